// A pivot for programs: docs/timeline-and-pivot.md, docs/json-schema/pivot.schema.json.
#pragma once

#include <string>

#include "furat/pivot.hpp"

namespace furat::formats {

/// A line a row of the counts that the request orders by, RFC 4180, the names of the columns first.
/// Text that a spreadsheet would run as a formula has an apostrophe before it.
[[nodiscard]] std::string format_pivot_csv(const PivotResults& results,
                                           const PivotRequest& request);

/// One indented object and a line end; valid UTF-8, control characters only as \u escapes.
[[nodiscard]] std::string format_pivot_json(const PivotResults& results,
                                            const PivotRequest& request);

}  // namespace furat::formats
