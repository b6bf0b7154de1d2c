// A passage's mentions with their reasons, for programs: docs/json-output.md.
#pragma once

#include <string>

#include "furat/search_results.hpp"

namespace furat::formats {

/// One indented object and a line end; valid UTF-8, control characters only as \u escapes.
[[nodiscard]] std::string format_why_json(const Hit& passage);

}  // namespace furat::formats
