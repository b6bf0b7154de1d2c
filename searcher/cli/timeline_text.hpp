// A timeline as text for people.
#pragma once

#include <string>

#include "furat/timeline.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// The summary of the search, a line a row with its counts and a bar, then what has no row. Nothing
/// from an archive or the query reaches the terminal unsanitized; no line is wider than the style.
[[nodiscard]] std::string format_timeline_text(const TimelineResults& results,
                                               const TimelineRequest& request,
                                               const TextStyle& style);

}  // namespace furat::cli
