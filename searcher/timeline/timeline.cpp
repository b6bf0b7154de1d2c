#include "searcher/timeline/timeline.hpp"

#include "searcher/facets/facet_counter.hpp"
#include "searcher/timeline/calendar.hpp"
#include "searcher/timeline/calendar_counts.hpp"
#include "searcher/timeline/passage_times.hpp"
#include "searcher/timeline/timeline_rows.hpp"

namespace furat {
namespace {

using Bounds = std::optional<index::DayInterval>;

/// Between two looks at the clock.
constexpr unsigned kPassagesAtOnce = 512;

/// What a passage is counted as besides its rows.
struct Remainder {
  OnceCounter in_rows, outside, unknown_year, open, undated, unplaced;

  void add(const PassageOfArticle& at, const PassageTimes& times, index::DateLevel unit,
           const Bounds& bounds) {
    const auto count = [&at](OnceCounter& counter) { counter.add(at.article, at.passage); };
    for (const auto& node : times.nodes) {
      const bool has_row = !bounds || within_reach(at_level(node, unit).value_or(node), bounds);
      count(has_row ? in_rows : outside);
    }
    if (times.unknown_year) count(unknown_year);
    if (times.open) count(open);
    if (!times.dated)
      count(undated);
    else if (times.nodes.empty() && !times.unknown_year && !times.open)
      count(unplaced);
  }
};

}  // namespace

TimelineResults count_timeline(const TimelineRequest& request,
                               const std::vector<Xapian::docid>& passages,
                               const Bounds& date_bounds, const GenerationView& view) {
  TimelineResults results;
  results.clock = request.clock;
  const auto ordered = by_article(passages, view.columns());
  // A passage has one day of publication: those that are left lie within its filter.
  const auto bounds = request.clock == Clock::date ? date_bounds : Bounds{};
  PassageTimes times;
  CalendarCounts counts;
  PacedCheck in_time(view.deadline(), kPassagesAtOnce);
  for (const auto& [article, passage] : ordered) {
    in_time.step();
    times.read(request.clock, passage, view.columns());
    counts.add(article, passage, times.nodes);
  }
  const auto frame = timeline_frame(request, counts, bounds);
  results.by = frame.by;
  results.narrowed = frame.narrowed;
  if (frame.bounds) {
    results.shown_first = index::day_name(frame.bounds->first);
    results.shown_last = index::day_name(frame.bounds->last);
  }
  results.rows = timeline_rows(counts, frame.by, frame.bounds, request.longest_gap);

  // Which passages have a row is known with the unit.
  Remainder remainder;
  for (const auto& at : ordered) {
    in_time.step();
    times.read(request.clock, at.passage, view.columns());
    remainder.add(at, times, level_of(frame.by), frame.bounds);
  }
  results.in_rows = remainder.in_rows.counted();
  results.outside = remainder.outside.counted();
  results.unknown_year = remainder.unknown_year.counted();
  results.open = remainder.open.counted();
  results.undated = remainder.undated.counted();
  results.unplaced = remainder.unplaced.counted();
  return results;
}

}  // namespace furat
