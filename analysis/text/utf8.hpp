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

}  // namespace furat::analysis
