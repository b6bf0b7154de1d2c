// What every reader holds an article to.
#pragma once

#include <cstddef>
#include <string_view>

namespace furat::indexer {

/// Offsets in a body have 32 bits, and decoding may make three bytes of one.
inline constexpr std::size_t kLargestArticle = std::size_t{1} << 30;

/// True if a cleaned text has a character that is no white space.
[[nodiscard]] inline bool holds_text(std::string_view text) {
  return text.find_first_not_of(" \t\n") != std::string_view::npos;
}

}  // namespace furat::indexer
