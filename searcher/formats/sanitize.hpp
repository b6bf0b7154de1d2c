// What comes out of an archive is not trusted: these make it fit for a terminal and for UTF-8
// formats without losing where its marks are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "furat/search_results.hpp"

namespace furat::formats {

/// A text and the marks on it, in bytes of that text.
struct MarkedText {
  std::string text;
  std::vector<TextSpan> marks;
};

/// `text` without anything a terminal might obey: line ends and tabs become spaces; other control
/// characters (C0, C1, DEL), bidirectional embeddings, overrides and isolates, and invisible tags
/// are dropped; bytes that are no UTF-8 become U+FFFD. `marks` ascend and do not overlap; those
/// left without text are dropped.
[[nodiscard]] std::string sanitized(std::string_view text);
[[nodiscard]] MarkedText sanitized(std::string_view text, const std::vector<TextSpan>& marks);

/// `text` with bytes that are no UTF-8 replaced by U+FFFD, nothing else changed.
[[nodiscard]] std::string valid_utf8(std::string_view text);
[[nodiscard]] MarkedText valid_utf8(std::string_view text, const std::vector<TextSpan>& marks);

}  // namespace furat::formats
