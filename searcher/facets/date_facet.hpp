// Facet counts of dates: a tree of years, months and days, counted as the date filter selects.
#pragma once

#include "searcher/facets/date_tally.hpp"
#include "searcher/facets/facet_counter.hpp"

namespace furat {

/// Counts of Dimension::date or Dimension::published. Listed are the years, months and days that
/// some matching passage names at that precision or finer, decades and centuries named as such, and
/// month-days of unknown years. `passages` counts what `--date VALUE` selects in the date mode of
/// the options. `precise` counts those with a closed date that lies wholly inside the value where
/// the mode is overlap; else it is the same as `passages`.
[[nodiscard]] FacetCounts count_date_facet(index::Dimension dimension,
                                           const MatchedPassages& passages,
                                           const FacetOptions& options, const GenerationView& view);

/// What such a facet is made from: the dates of the passages, counted in `scratch` unless they are
/// everything. Reads columns only: may run beside what uses the database of the view. Throws
/// DeadlineExceeded and Cancelled.
[[nodiscard]] const DateTally& count_dates(index::Dimension dimension,
                                           const MatchedPassages& passages, DateTally& scratch,
                                           const GenerationView& view);
/// The facet from these counts.
[[nodiscard]] FacetCounts date_facet_of(const DateTally& counts, index::Dimension dimension,
                                        const FacetOptions& options, const GenerationView& view);

}  // namespace furat
