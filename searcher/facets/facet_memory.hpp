// What counting facets keeps from one request to the next: the arrays it counts in, and the counts
// over everything that a generation has.
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "index/schema.hpp"
#include "searcher/facets/date_tally.hpp"
#include "searcher/facets/passage_dates.hpp"
#include "searcher/facets/value_tally.hpp"

namespace furat {

/// Of one generation; not for several threads at once.
template <class Tally>
class TallyMemory {
 public:
  /// The counts that `count(tally)` makes. Those over everything are made once.
  template <class Count>
  const Tally& counted(bool everything, Count count) {
    if (everything) {
      if (!everything_) count(everything_.emplace());
      return *everything_;
    }
    scratch_.clear();
    count(scratch_);
    return scratch_;
  }

 private:
  Tally scratch_;
  std::optional<Tally> everything_;
};

struct FacetMemory {
  std::array<TallyMemory<ValueTally>, index::kDimensions> values;
  TallyMemory<DateTally> date_counts, published_counts;
  PassageDates dates, published;
};

}  // namespace furat
