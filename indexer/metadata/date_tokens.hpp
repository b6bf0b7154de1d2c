// Cuts a text into what dates are written with: numbers, words that may be months, and marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace furat::indexer {

struct DateToken {
  enum class Kind : std::uint8_t { number, word, mark };
  Kind kind = Kind::mark;
  bool after_space = false;  ///< white space stands before it (or it is the first one)
  std::uint8_t digits = 0;   ///< of a number; 255 for 255 and more
  std::uint8_t month = 0;    ///< a word that names a month: 1 to 12
  char32_t mark = 0;         ///< the character of a mark; of 年, 月, 日 and their like, too
  std::uint64_t value = 0;   ///< of a number of at most 18 digits, any script's digits
  std::size_t begin = 0;     ///< bytes of the text
  std::size_t end = 0;
};

/// All tokens of a UTF-8 text in order. Digits of all scripts are digits; the two words of a
/// month's name ("كانون الثاني") are one token. Linear time.
[[nodiscard]] std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace furat::indexer
