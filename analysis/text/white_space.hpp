// White space of all kinds that part words, in UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace furat::analysis {

/// Bytes of the white-space character at `i`: a space, a tab, a line feed, no-break and typographic
/// spaces (U+00A0, U+1680, U+2000 to U+200A, U+202F, U+205F, U+3000). 0 if it is none.
[[nodiscard]] inline std::size_t space_size(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  if (byte < 0x80) return byte == ' ' || byte == '\n' || byte == '\t' ? 1 : 0;
  const auto rest = text.substr(i, 3);
  switch (byte) {
    case 0xC2:
      return rest.starts_with("\u00A0") ? 2 : 0;
    case 0xE1:
      return rest == "\u1680" ? 3 : 0;
    case 0xE2:
      return rest == "\u202F" || rest == "\u205F" ||
                     (rest.size() == 3 && rest.starts_with("\xE2\x80") &&
                      static_cast<unsigned char>(rest[2]) <= 0x8A)
                 ? 3
                 : 0;
    case 0xE3:
      return rest == "\u3000" ? 3 : 0;
    default:
      return 0;
  }
}

}  // namespace furat::analysis
