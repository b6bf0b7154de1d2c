// Words cut by a hyphen at a line end: whether the hyphen belongs to the word.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/passages/line.hpp"

namespace furat::indexer {

/// What stands between two lines of a paragraph once they are one.
enum class Joint {
  space,        ///< two words
  nothing,      ///< one word; a hyphen at the end of the first line stays ("Deir ez-" "Zor")
  drop_hyphen,  ///< one word that only the line end cut ("penin-" "sula")
};

/// True if `line` ends in a hyphen (or soft hyphen) that stands at a word, and `next` goes on with
/// it.
[[nodiscard]] bool is_cut_at_hyphen(std::string_view line, std::string_view next);

/// The words an article uses inside its lines, as evidence for those that a line end cuts.
class WordEvidence {
 public:
  WordEvidence(std::string_view body, std::span<const Line> lines);

  [[nodiscard]] bool holds(const std::string& lower_case_word) const {
    return words_.contains(lower_case_word);
  }

 private:
  std::unordered_set<std::string> words_;  // empty unless some line ends in a hyphen
};

/// Never drops a hyphen without a reason: capitals, digits, known first parts of compounds and
/// words that the article uses on their own keep it.
[[nodiscard]] Joint joint_of(std::string_view line, std::string_view next,
                             const WordEvidence& evidence);

/// Bytes of the hyphen or soft hyphen that ends `line`; 0 if it ends in none.
[[nodiscard]] std::size_t final_hyphen_size(std::string_view line);

}  // namespace furat::indexer
