// Completions for programs: docs/json-schema/completions.schema.json.
#pragma once

#include <string>

#include "furat/suggest.hpp"

namespace furat::formats {

/// One indented object and a line end; valid UTF-8, control characters only as \u escapes.
[[nodiscard]] std::string format_completions_json(const SuggestResults& results,
                                                  const SuggestRequest& request);

}  // namespace furat::formats
