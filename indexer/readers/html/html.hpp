// The HTML format: a web page is one article, its main text the body.
#pragma once

#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

/// By what the head of the file holds, else by the name.
[[nodiscard]] bool accepts_html(std::string_view file_name, std::string_view head);

/// The article's id and file are `file`, its blocks are given, and its offsets count the body.
/// Pages that cannot be read (too large, no text) are a problem.
void read_html(std::string_view file, std::string_view bytes, const ReadSink& sink);

}  // namespace furat::indexer
