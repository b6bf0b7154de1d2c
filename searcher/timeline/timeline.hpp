// Counts of matching passages over time.
#pragma once

#include <xapian.h>

#include <vector>

#include "furat/timeline.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// The timeline of `passages` (each once, any order), two passes over their dates; `matched` is
/// left empty.
[[nodiscard]] TimelineResults count_timeline(const TimelineRequest& request,
                                             const std::vector<Xapian::docid>& passages,
                                             const GenerationView& view);

}  // namespace furat
