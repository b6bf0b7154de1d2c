// Counts of matching passages over time.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "furat/timeline.hpp"
#include "index/date_nodes.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// The timeline of `passages` (each once, any order), two passes over their dates. `date_bounds`:
/// from the first to the last day of the date filters. `matched` is left empty.
[[nodiscard]] TimelineResults count_timeline(const TimelineRequest& request,
                                             const std::vector<Xapian::docid>& passages,
                                             const std::optional<index::DayInterval>& date_bounds,
                                             const GenerationView& view);

}  // namespace furat
