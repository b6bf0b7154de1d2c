// The CSV format: a header, then one article a record.
#pragma once

#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

/// By a header line with a column of text and one more that is known, else by .csv and .tsv.
[[nodiscard]] bool accepts_csv(std::string_view file_name, std::string_view head);

/// Columns by name, in any case and order: text, body or content (needed); title or headline;
/// published or date; source or publisher; url or link; author or authors; id. Others are left
/// alone. A row without an id gets one from the file's name and its number. A row that is no
/// article is one problem, and so is one whose date cannot be used.
void read_csv(std::string_view file, std::string_view bytes, const ReadSink& sink);

}  // namespace furat::indexer
