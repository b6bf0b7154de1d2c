// The DOCX format: one file is one article.
#pragma once

#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

/// A zip archive with parts of a word processor's document; an encrypted one, which is no zip
/// archive, by its name.
[[nodiscard]] bool accepts_docx(std::string_view file_name, std::string_view head);

/// Paragraphs, headings and list items by their styles, rows of tables, notes at the end; text as
/// it stands with all tracked changes accepted.
void read_docx(std::string_view file, std::string_view bytes, const ReadSink& sink);

}  // namespace furat::indexer
