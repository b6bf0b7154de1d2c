// What the dates of a passage mean in the index: closed intervals of days, or month-days where the
// year is unknown.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "analysis/dates/date_mention.hpp"
#include "index/date_nodes.hpp"

namespace furat::indexer {

/// One date of a passage: one mention, or the two ends of a range.
struct IndexedDate {
  /// None where the year is unknown. An open end reaches to the publication day where that is known
  /// and later than the start, else to the end of the calendar; an open start reaches back to its
  /// beginning.
  std::optional<index::DayInterval> days;
  std::vector<index::DateNode> nodes;  ///< the cover of `days`, or the month-days; never empty
  bool open = false;                   ///< one side of it is
};

/// The dates among the mentions of a passage, in their order. Durations, references and what has no
/// place in the calendar are left out; a mention with kBeginsRange and the one behind it are one
/// date, from the first day of the one to the last day of the other.
[[nodiscard]] std::vector<IndexedDate> indexed_dates(
    const std::vector<analysis::DateMention>& mentions,
    std::optional<std::chrono::sys_days> published);

}  // namespace furat::indexer
