// A passage among its neighbours, for programs: docs/json-schema/shown-passage.schema.json.
#pragma once

#include <string>

#include "furat/shown_passage.hpp"

namespace furat::formats {

/// One indented object and a line end; valid UTF-8, control characters only as \u escapes.
[[nodiscard]] std::string format_shown_json(const ShownPassage& shown, const ShowRequest& request);

}  // namespace furat::formats
