// Letters and digits of ASCII alone, whatever the locale: for names of fields, hosts, formats and
// the like.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace furat::analysis {

[[nodiscard]] constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return is_ascii_lower(c) || is_ascii_upper(c);
}

[[nodiscard]] constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
[[nodiscard]] constexpr bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_ascii(c); });
}

/// A letter, or a byte of any character beyond ASCII.
[[nodiscard]] constexpr bool is_letter_byte(char c) { return is_ascii_letter(c) || !is_ascii(c); }

[[nodiscard]] constexpr char lower_ascii(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// All other bytes stay as they are.
[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lower_ascii(c);
  return lower;
}

}  // namespace furat::analysis
