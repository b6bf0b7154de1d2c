// The character that "&amp;", "&#8217;" or "&#x2019;" stands for.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace furat::indexer {

/// None if the reference, which is written with & and ;, names no character of HTML 4. What no text
/// may hold gives U+FFFD, and the numbers 128 to 159 mean windows-1252, as on the web.
[[nodiscard]] std::optional<char32_t> referred_character(std::string_view reference);

/// Bytes of the reference that begins with the & at `i`, 0 if none does: "&", letters and digits or
/// a number, ";".
[[nodiscard]] std::size_t reference_size(std::string_view text, std::size_t i);

}  // namespace furat::indexer
