#include "searcher/timeline/calendar.hpp"

#include <algorithm>

namespace furat {

using index::DateLevel;
using index::DateNode;
using index::DayInterval;

namespace {

std::string year_name(std::chrono::sys_days day) {
  const auto text = index::day_name(day);
  return text.substr(0, text.find('-', 1));
}

}  // namespace

DateLevel level_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::decade:
      return DateLevel::decade;
    case TimeUnit::year:
      return DateLevel::year;
    case TimeUnit::month:
      return DateLevel::month;
    case TimeUnit::day:
      return DateLevel::day;
  }
  return DateLevel::day;
}

std::string display_name(DateNode node) {
  if (node.level > DateLevel::decade) return index::name(node);
  if (node.level == DateLevel::decade && node.number >= 0) return index::name(node) + "0s";
  const auto days = *index::days_of(node);
  return year_name(days.first) + "-" + year_name(days.last);
}

std::optional<DateNode> at_level(DateNode node, DateLevel level) {
  if (!has_year(node)) return std::nullopt;
  std::optional at(node);
  while (at && at->level > level) at = index::parent(*at);
  return at && at->level == level ? at : std::nullopt;
}

std::optional<DayInterval> hull_of(const std::vector<DayInterval>& intervals) {
  if (intervals.empty()) return std::nullopt;
  auto hull = intervals.front();
  for (const auto& interval : intervals) {
    hull.first = std::min(hull.first, interval.first);
    hull.last = std::max(hull.last, interval.last);
  }
  return hull;
}

bool within_reach(DateNode node, const std::optional<DayInterval>& bounds) {
  return !bounds || index::days_of(node)->overlaps(*bounds);
}

}  // namespace furat
