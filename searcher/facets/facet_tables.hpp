// What counting facets keeps from one request to the next: of a generation, for all who count; and
// of one view, the arrays that it counts in.
#pragma once

#include <array>

#include "index/schema.hpp"
#include "searcher/facets/date_tally.hpp"
#include "searcher/facets/kept_dates.hpp"
#include "searcher/facets/node_numbers.hpp"
#include "searcher/facets/value_tally.hpp"
#include "searcher/view/made_once.hpp"

namespace furat {

/// The dates of one dimension.
struct DateTables {
  NodeNumbers nodes;
  MadeOnce<KeptDates> kept;
  MadeOnce<DateTally> everything;  ///< counts over all passages
};

/// For several threads at once.
struct FacetTables {
  std::array<MadeOnce<ValueTally>, index::kDimensions> everything;  ///< counts over all passages
  DateTables date, published;
};

/// Of one view; cleared when counting begins.
struct FacetScratch {
  ValueTally values;
  DateTally dates, dates_ahead;
};

/// The counts that `count(tally)` makes: those over everything are made once, others in `scratch`
/// and valid until the next ones. Throws DeadlineExceeded and Cancelled.
template <class Tally, class Count>
const Tally& counted(bool everything, MadeOnce<Tally>& shared, Tally& scratch,
                     const Deadline& deadline, Count count) {
  if (everything)
    return shared.get(
        [&] {
          Tally tally;
          count(tally);
          return tally;
        },
        deadline);
  scratch.clear();
  count(scratch);
  return scratch;
}

}  // namespace furat
