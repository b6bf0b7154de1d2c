// Stepping through UTF-8 by code points.
#pragma once

#include <cstddef>
#include <string_view>

namespace furat::analysis {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// The code point at byte `i` of `text` (i < size), moving `i` behind it. A byte that begins no
/// valid sequence (truncated, overlong, surrogate, beyond U+10FFFF) gives U+FFFD and moves one
/// byte.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& i);

/// Whether the byte stands inside a character, not at its begin.
[[nodiscard]] constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Where the code point begins that ends at byte `i` of `text` (0 < i <= size).
[[nodiscard]] constexpr std::size_t begin_before(std::string_view text, std::size_t i) {
  for (--i; i > 0 && continues_character(text[i]);) --i;
  return i;
}

/// The code point that ends at byte `i` of `text` (0 < i <= size).
[[nodiscard]] inline char32_t code_point_before(std::string_view text, std::size_t i) {
  auto begin = begin_before(text, i);
  return next_code_point(text, begin);
}

/// What of `text` has at most `most` bytes and ends with no part of a character.
[[nodiscard]] constexpr std::string_view whole_characters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && continues_character(text[most])) --most;
  return text.substr(0, most);
}

}  // namespace furat::analysis
