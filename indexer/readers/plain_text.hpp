// The plain text format: one file is one article.
#pragma once

#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

[[nodiscard]] bool accepts_plain_text(std::string_view file_name, std::string_view head);

/// The article's id and file are `file`; title and date are left to the splitter and the sidecar.
void read_plain_text(std::string_view file, std::string_view bytes, const ReadSink& sink);

}  // namespace furat::indexer
