// The dates of one passage as nodes of the calendar: what it speaks of, or when it was published.
#pragma once

#include <xapian.h>

#include <vector>

#include "furat/timeline.hpp"
#include "index/date_nodes.hpp"
#include "index/facet_columns.hpp"

namespace furat {

struct PassageTimes {
  std::vector<index::DateNode> nodes;  ///< the smallest that hold its closed dates with a year
  bool unknown_year = false;           ///< it has a date without a year
  bool open = false;                   ///< it has a date that is open at one end
  bool dated = false;                  ///< it has any date

  /// Takes what the columns hold of the passage by that clock, instead of what was there.
  void read(Clock clock, Xapian::docid passage, const index::FacetColumns& columns);
};

}  // namespace furat
