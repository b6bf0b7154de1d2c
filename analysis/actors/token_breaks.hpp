// What marks stand between the words of a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// Marks that may stand between two tokens, together. White space, "&" and the hyphen inside a word
/// are none of them.
enum TokenBreak : std::uint8_t {
  kComma = 1U << 0,
  kStop = 1U << 1,   ///< . ! ? and empty lines
  kOpen = 1U << 2,   ///< ( [
  kClose = 1U << 3,  ///< ) ]
  kQuote = 1U << 4,
  kDash = 1U << 5,
  kOtherMark = 1U << 6,
};

/// The marks before each token and, as the last one, behind all. One pass over the gaps.
class TokenBreaks {
 public:
  explicit TokenBreaks(const TokenizedText& text);

  /// The marks before token `i`, i <= size of the text.
  [[nodiscard]] std::uint8_t before(std::size_t i) const { return marks_[i]; }
  /// One or more of `any_of` stand there.
  [[nodiscard]] bool has(std::size_t i, std::uint8_t any_of) const {
    return (marks_[i] & any_of) != 0;
  }
  /// Nothing but marks of `allowed` stands there.
  [[nodiscard]] bool only(std::size_t i, std::uint8_t allowed) const {
    return (marks_[i] & ~allowed) == 0;
  }

 private:
  std::vector<std::uint8_t> marks_;
};

}  // namespace furat::analysis
