// The calendar nodes under which a date mention is found: its interval's cover, or its month-day
// where the year is unknown.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "analysis/dates/date_mention.hpp"
#include "index/date_nodes.hpp"

namespace furat::indexer {

/// The interval a mention covers in the index. An open end reaches to the publication day where
/// that is known and later than the start, else to the end of the calendar; an open start reaches
/// back to its beginning. None for durations, references and unknown years.
[[nodiscard]] std::optional<index::DayInterval> indexed_interval(
    const analysis::DateMention& mention, std::optional<std::chrono::sys_days> published);

/// True if one side of the mention is open.
[[nodiscard]] bool is_open(const analysis::DateMention& mention);

/// The cover nodes of the mention, empty if it has no place in the calendar.
[[nodiscard]] std::vector<index::DateNode> indexed_nodes(
    const analysis::DateMention& mention, std::optional<std::chrono::sys_days> published);

}  // namespace furat::indexer
