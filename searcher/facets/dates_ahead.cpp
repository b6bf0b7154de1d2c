#include "searcher/facets/dates_ahead.hpp"

#include <utility>

#include "searcher/facets/date_facet.hpp"
#include "searcher/facets/facet_tables.hpp"

namespace furat {

void DatesAhead::begin(std::shared_ptr<const MatchedPassages> matches, const GenerationView& view,
                       std::size_t worth_a_thread) {
  // Of everything the counts are kept.
  if (matches->count() < worth_a_thread || matches->is_everything()) return;
  (void)matches->in_story_order();
  // Where there is no thread to be had, they are counted when they are asked for.
  constexpr auto kBestEffort = std::launch::async | std::launch::deferred;
  counted_ = std::async(kBestEffort, [matches, &view] {
    view.deadline().check();
    return &count_dates(index::Dimension::date, *matches, view.facet_scratch().dates_ahead, view);
  });
  matches_ = std::move(matches);
}

const DateTally* DatesAhead::of(const MatchedPassages& matches) const {
  return matches_.get() == &matches ? counted_.get() : nullptr;
}

}  // namespace furat
