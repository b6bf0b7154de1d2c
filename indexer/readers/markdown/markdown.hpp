// The Markdown format: one file is one article, with front matter or without.
#pragma once

#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

/// By .md and .markdown, else by front matter that states something known.
[[nodiscard]] bool accepts_markdown(std::string_view file_name, std::string_view head);

/// The body is the text without its markup, block by block; its map goes to the bytes of the file.
/// The first heading of the first level is the title if the front matter states none.
void read_markdown(std::string_view file, std::string_view bytes, const ReadSink& sink);

}  // namespace furat::indexer
