// The JSONL format: one article a line, {"id", "title", "text", "published", "source", "url",
// "author"}.
#pragma once

#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

[[nodiscard]] bool accepts_jsonl(std::string_view file_name, std::string_view head);

/// "id" and "text" are required, other keys are left alone. A line that is no article is one
/// problem, and so is one whose title, date, source, url or author cannot be used; blank lines are
/// nothing. "author" and "authors" may be a list of names.
void read_jsonl(std::string_view file, std::string_view bytes, const ReadSink& sink);

}  // namespace furat::indexer
