// One passage: what Searcher::passage() and, of a passage where it stands in its article,
// Searcher::show() are asked, and the answer of the latter.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "furat/search_request.hpp"
#include "furat/search_results.hpp"

namespace furat {

struct PassageRequest {
  std::string passage;                                  ///< its key: Hit::passage
  std::optional<std::chrono::milliseconds> deadline{};  ///< as in SearchRequest
  std::stop_token stop{};                               ///< likewise
};

struct ShowRequest {
  std::string passage;       ///< its key: Hit::passage
  std::size_t context = 1;   ///< passages before it and after it
  bool article = false;      ///< all passages of the article instead
  std::string query;         ///< what is marked: a query that need not have found the passage
  bool expand_names = true;  ///< as in SearchRequest
  std::optional<std::chrono::milliseconds> deadline{};  ///< likewise
  std::stop_token stop{};                               ///< likewise
};

struct ShownPassage {
  /// In the order of the text, as hits without score and ranked in this order; their snippets are
  /// their whole bodies. Mentions have no reasons.
  std::vector<Hit> passages;
  std::size_t at = 0;                ///< in `passages`: the one that was asked for
  std::size_t article_passages = 0;  ///< how many the article has
  std::string generation;            ///< the one generation the whole answer comes from
  friend bool operator==(const ShownPassage&, const ShownPassage&) = default;
};

}  // namespace furat
