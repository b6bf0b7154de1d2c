// Pieces of a text that a snippet is put together from: sentences, or the words of a long one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/text/byte_span.hpp"

namespace furat::internal {

/// Code points of `text`; a stray byte counts as none or one.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Bytes of the white space (line and paragraph separators included) that `text` begins with
/// at its first character; 0 if that is no white space. `text` is not empty.
[[nodiscard]] std::size_t space_size(std::string_view text);

/// Whether `text` is nothing but white space.
[[nodiscard]] bool is_blank(std::string_view text);

/// What `span` of `text` holds between white space, ascending. A piece of more than `max_chars`
/// code points is cut, but never between a letter and the marks on it.
[[nodiscard]] std::vector<analysis::ByteSpan> words_of(std::string_view text,
                                                       analysis::ByteSpan span,
                                                       std::size_t max_chars);

}  // namespace furat::internal
