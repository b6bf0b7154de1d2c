// The lines of a timeline from the counts of its nodes: which are listed, in which order, where
// nothing is.
#pragma once

#include <optional>
#include <vector>

#include "furat/timeline.hpp"
#include "index/date_nodes.hpp"
#include "searcher/timeline/calendar_counts.hpp"

namespace furat {

/// Rows by units of `by`, as TimelineResults::rows says, of the nodes that overlap the bounds.
[[nodiscard]] std::vector<TimelineRow> timeline_rows(
    const CalendarCounts& counts, TimeUnit by, const std::optional<index::DayInterval>& bounds,
    std::size_t longest_gap);

/// What a timeline shows.
struct TimelineFrame {
  TimeUnit by = TimeUnit::day;
  std::optional<index::DayInterval> bounds;  ///< none: all times
  bool narrowed = false;                     ///< the bounds were chosen with the unit
};

/// The unit asked for with the bounds, else what TimelineRequest::by says. Depends on the counts
/// alone.
[[nodiscard]] TimelineFrame timeline_frame(const TimelineRequest& request,
                                           const CalendarCounts& counts,
                                           const std::optional<index::DayInterval>& bounds);

}  // namespace furat
