// Completions of what somebody types: what Searcher::suggest() is asked, and its answer.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace furat {

struct SuggestRequest {
  std::string prefix;      ///< as typed; case, accents and letter variants make no difference
  std::size_t limit = 10;  ///< of values and of words each
  /// Only values of this dimension ("place", "actor", "source") and no words. Empty: all.
  std::string dimension;
  std::optional<std::chrono::milliseconds> deadline{};  ///< as in SearchRequest
  std::stop_token stop{};                               ///< likewise
};

struct Completion {
  std::string kind;      ///< "place", "actor", "source" or "word"
  std::string text;      ///< display name of a value; of a word the whole query with it completed
  std::string id;        ///< of a value
  std::string spelling;  ///< folded: the name of the value that begins so, or the word
  std::size_t passages = 0;  ///< that a filter by `id` finds, or that have the word
  friend bool operator==(const Completion&, const Completion&) = default;
};

struct SuggestResults {
  std::vector<Completion> completions;  ///< values, then words: the most frequent first
  /// As SearchResults::missing_shards: names, words and passages are of the others.
  std::vector<std::string> missing_shards;
  std::vector<std::string> stale_shards;  ///< as SearchResults::stale_shards
  std::vector<std::string> notes;         ///< sentences for the user
  friend bool operator==(const SuggestResults&, const SuggestResults&) = default;
};

}  // namespace furat
