// The ODT format: one file is one article.
#pragma once

#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

/// A zip archive that says at its beginning that it is an OpenDocument text, or is named so.
[[nodiscard]] bool accepts_odt(std::string_view file_name, std::string_view head);

/// Paragraphs, headings, list items and rows of tables, notes at the end; text as it stands with
/// all tracked changes accepted.
void read_odt(std::string_view file, std::string_view bytes, const ReadSink& sink);

}  // namespace furat::indexer
