// Lists of actors and places for programs.
#pragma once

#include <string>

#include "furat/values.hpp"

namespace furat::formats {

/// docs/json-schema/values.schema.json.
[[nodiscard]] std::string format_values_json(const ValuesResults& results,
                                             const ValuesRequest& request);

/// A line a value, with a header.
[[nodiscard]] std::string format_values_csv(const ValuesResults& results);

}  // namespace furat::formats
