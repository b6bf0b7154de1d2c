#include "searcher/timeline/passage_times.hpp"

#include "searcher/timeline/calendar.hpp"

namespace furat {

void PassageTimes::read(Clock clock, Xapian::docid passage, const index::FacetColumns& columns) {
  nodes.clear();
  unknown_year = open = false;
  if (clock == Clock::published) {
    const auto days = columns.values(index::Dimension::published, passage);
    dated = !days.empty();
    for (const auto code : days)
      if (const auto node = index::node_with_code(code)) nodes.push_back(*node);
    return;
  }
  dated = !columns.values(index::Dimension::date, passage).empty();
  for (const auto entry : columns.date_scopes(passage)) {
    const auto node = index::node_with_code(entry / 2);
    if (!node) continue;
    if (!has_year(*node))
      unknown_year = true;
    else if ((entry & 1U) != 0)
      open = true;
    else
      nodes.push_back(*node);
  }
}

}  // namespace furat
