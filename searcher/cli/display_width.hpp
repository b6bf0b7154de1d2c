// How many columns text takes in a terminal, and cutting it there without breaking a character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace furat::cli {

/// Columns of `text` (UTF-8 without control characters): two for wide East Asian characters and
/// emoji, none for combining marks and invisible characters. Where terminals differ, the larger.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Bytes of the longest beginning of `text` that takes at most `columns`. A character is never
/// parted from its combining marks, nor an emoji from what it is joined to.
[[nodiscard]] std::size_t fitting_prefix(std::string_view text, std::size_t columns);

/// Bytes of the first character of `text` with all that combines with it.
[[nodiscard]] std::size_t first_character(std::string_view text);

/// `text`, or as much of its beginning as fits into `columns` together with "…".
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t columns);

/// `count` spaces; used to fill up to a column.
[[nodiscard]] std::string spaces(std::size_t count);

}  // namespace furat::cli
