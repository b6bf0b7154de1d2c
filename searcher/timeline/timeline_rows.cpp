#include "searcher/timeline/timeline_rows.hpp"

#include <algorithm>

#include "searcher/timeline/calendar.hpp"

namespace furat {
namespace {

using index::DateNode;
using index::DayInterval;

/// A row and where it stands.
struct PlacedRow {
  DateNode node;  ///< of a gap its first bucket
  TimelineRow row;
};

TimelineRow row_of(DateNode node, TimelineRow::Kind kind, Counted counted) {
  TimelineRow row;
  row.kind = kind;
  row.id = index::name(node);
  row.name = display_name(node);
  row.level = index::level_name(node.level);
  const auto days = *index::days_of(node);
  row.first = index::day_name(days.first);
  row.last = index::day_name(days.last);
  row.counted = counted;
  return row;
}

/// The empty buckets after `before` and before `after`.
void append_gap(DateNode before, DateNode after, std::size_t longest_gap,
                std::vector<PlacedRow>& rows) {
  const auto empty = static_cast<std::size_t>(after.number - before.number - 1);
  DateNode first{before.level, before.number + 1};
  const DateNode last{before.level, after.number - 1};
  if (empty <= longest_gap) {
    for (; first <= last; ++first.number)
      rows.push_back({first, row_of(first, TimelineRow::Kind::bucket, {})});
    return;
  }
  auto row = row_of(first, TimelineRow::Kind::gap, {});
  row.id += ".." + index::name(last);
  row.name = row.id;
  row.last = index::day_name(index::days_of(last)->last);
  row.buckets = empty;
  rows.push_back({first, std::move(row)});
}

/// By the first day, the coarser first.
bool stands_before(const PlacedRow& a, const PlacedRow& b) {
  const auto key = [](const PlacedRow& placed) {
    return std::pair(index::days_of(placed.node)->first, placed.node.level);
  };
  return key(a) < key(b);
}

/// The buckets that have passages, and what is coarser.
struct Listed {
  std::vector<PlacedRow> coarser;
  std::vector<std::pair<DateNode, Counted>> buckets;  ///< by time
};

Listed listed_nodes(const CalendarCounts& counts, TimeUnit by,
                    const std::optional<DayInterval>& bounds) {
  Listed listed;
  for (const auto& entry : counts.entries()) {
    if (entry.node.level > level_of(by) || !within_reach(entry.node, bounds)) continue;
    if (entry.node.level == level_of(by))
      listed.buckets.emplace_back(entry.node, entry.inside.counted());
    else if (entry.exact.counted().passages > 0)
      listed.coarser.push_back(
          {entry.node, row_of(entry.node, TimelineRow::Kind::coarser, entry.exact.counted())});
  }
  std::sort(listed.buckets.begin(), listed.buckets.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return listed;
}

/// The years without those at either end that together hold a hundredth of the counts.
std::optional<DayInterval> middle_years(const CalendarCounts& counts) {
  const auto years = listed_nodes(counts, TimeUnit::year, std::nullopt).buckets;
  std::size_t all = 0;
  for (const auto& [year, counted] : years) all += counted.passages;
  const auto first_kept = [all](auto year, auto end) {
    std::size_t passed = 0;
    for (; year != end; ++year)
      if ((passed += year->second.passages) > all / 100) break;
    return year;
  };
  const auto first = first_kept(years.begin(), years.end());
  const auto last = first_kept(years.rbegin(), years.rend());
  if (first == years.end()) return std::nullopt;
  return DayInterval{index::days_of(first->first)->first, index::days_of(last->first)->last};
}

/// The finest unit that is no finer than days and no coarser than years, if one is readable.
std::optional<TimeUnit> readable_unit(const TimelineRequest& request, const CalendarCounts& counts,
                                      const std::optional<DayInterval>& bounds) {
  for (const auto unit : {TimeUnit::day, TimeUnit::month, TimeUnit::year})
    if (timeline_rows(counts, unit, bounds, request.longest_gap).size() <= request.readable_rows)
      return unit;
  return std::nullopt;
}

}  // namespace

std::vector<TimelineRow> timeline_rows(const CalendarCounts& counts, TimeUnit by,
                                       const std::optional<DayInterval>& bounds,
                                       std::size_t longest_gap) {
  auto [placed, buckets] = listed_nodes(counts, by, bounds);
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    if (i > 0) append_gap(buckets[i - 1].first, buckets[i].first, longest_gap, placed);
    const auto& [node, counted] = buckets[i];
    placed.push_back({node, row_of(node, TimelineRow::Kind::bucket, counted)});
  }
  std::sort(placed.begin(), placed.end(), stands_before);
  std::vector<TimelineRow> rows;
  rows.reserve(placed.size());
  for (auto& [node, row] : placed) rows.push_back(std::move(row));
  return rows;
}

TimelineFrame timeline_frame(const TimelineRequest& request, const CalendarCounts& counts,
                             const std::optional<DayInterval>& bounds) {
  if (request.by) return {*request.by, bounds};
  if (const auto unit = readable_unit(request, counts, bounds)) return {*unit, bounds};
  if (!bounds)
    if (const auto middle = middle_years(counts))
      if (const auto unit = readable_unit(request, counts, middle)) return {*unit, middle, true};
  return {TimeUnit::decade, bounds};
}

}  // namespace furat
