#include "searcher/values/date_spans.hpp"

#include <algorithm>

#include "index/date_intervals.hpp"
#include "index/schema.hpp"
#include "searcher/facets/passages_with_term.hpp"

namespace furat {
namespace {

using index::DateLevel;

/// Decades and longer are told by their first and last year.
DateLevel told_level(DateLevel level) { return std::max(level, DateLevel::year); }

}  // namespace

std::string DateSpan::End::name() const {
  std::optional node(
      index::DateNode{DateLevel::day, static_cast<std::int32_t>(day.time_since_epoch().count())});
  while (node && node->level != level) node = index::parent(*node);
  return node ? index::name(*node) : index::day_name(day);
}

void DateSpan::add_first(const End& end) {
  // Of two that begin on one day the finer says more.
  if (!first_ || end.day < first_->day || (end.day == first_->day && end.level > first_->level))
    first_ = end;
}

void DateSpan::add_last(const End& end) {
  if (!last_ || end.day > last_->day || (end.day == last_->day && end.level > last_->level))
    last_ = end;
}

void DateSpan::add(const index::DayInterval& days) {
  const auto nodes = index::cover(days);
  if (nodes.empty()) return;
  add_first({days.first, told_level(nodes.front().level)});
  add_last({days.last, told_level(nodes.back().level)});
}

void DateSpan::add(const DateSpan& other) {
  if (other.first_) add_first(*other.first_);
  if (other.last_) add_last(*other.last_);
}

std::vector<DateSpan> date_spans(const std::vector<Xapian::docid>& passages,
                                 const GenerationView& view) {
  const auto& database = view.database();
  PacedCheck in_time(view.deadline());
  std::vector<DateSpan> spans(passages.size());
  const std::string prefix(index::prefix::kDateInterval);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    in_time.step();
    const auto date = index::interval_in_term(*term);
    if (!date || date->is_open()) continue;
    DateSpan span;
    span.add(date->days);
    for_each_with_term(database, *term, passages, [&](Xapian::docid passage) {
      const auto at = std::lower_bound(passages.begin(), passages.end(), passage);
      spans[static_cast<std::size_t>(at - passages.begin())].add(span);
    });
  }
  return spans;
}

}  // namespace furat
