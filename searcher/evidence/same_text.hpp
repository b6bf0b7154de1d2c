// Whether bytes of an original file say the text of a passage.
#pragma once

#include <string_view>

namespace furat {

/// `source`: the bytes of the passage in the file; `text`: what a hit shows, without its
/// heading. `head` is the beginning of the file, which says if it is UTF-16. What is no UTF-8 is
/// read in all encodings that the indexer knows.
[[nodiscard]] bool says_text(std::string_view source, std::string_view text, std::string_view head);

/// Whether offsets into such a file count bytes of text that was taken out of it: web pages, PDF,
/// office files, mail, Markdown. By what the file begins with and its name.
[[nodiscard]] bool is_extracted(std::string_view name, std::string_view head);

}  // namespace furat
