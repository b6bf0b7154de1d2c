// A timeline for programs: docs/timeline-and-pivot.md, docs/json-schema/timeline.schema.json.
#pragma once

#include <string>

#include "furat/timeline.hpp"

namespace furat::formats {

/// A header line, then a line a row, then a line each for what has no row and for all passages.
[[nodiscard]] std::string format_timeline_csv(const TimelineResults& results);

/// One indented object and a line end; valid UTF-8, control characters only as \u escapes.
[[nodiscard]] std::string format_timeline_json(const TimelineResults& results,
                                               const TimelineRequest& request);

}  // namespace furat::formats
