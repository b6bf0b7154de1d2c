// A passage's mentions with their reasons, as text and as JSON (docs/json-output.md).
#pragma once

#include <string>

#include "furat/search_results.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// The passage's title and origin, then a paragraph a mention.
[[nodiscard]] std::string format_why_text(const Hit& passage, const TextStyle& style);

/// One indented object and a line end; valid UTF-8, control characters only as \u escapes.
[[nodiscard]] std::string format_why_json(const Hit& passage);

}  // namespace furat::cli
