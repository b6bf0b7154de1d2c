// The PDF format: one file is one article, its text in reading order with its pages.
#pragma once

#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

/// By "%PDF-" within the first KiB, where readers of PDF look for it.
[[nodiscard]] bool accepts_pdf(std::string_view file_name, std::string_view head);

/// Columns in reading order, running heads and page numbers left out, paragraphs whole over columns
/// and pages; a word cut at a line end stays cut, with the line end in its block. The dates among a
/// PDF's properties say when the file was made and are not looked at. Poppler may crash or run
/// away: read isolated.
void read_pdf(std::string_view file, std::string_view bytes, const ReadSink& sink);

/// Reads a PDF of one word: fonts are looked up, libraries bound.
void warm_up_pdf();

}  // namespace furat::indexer
