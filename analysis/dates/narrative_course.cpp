#include "analysis/dates/narrative_course.hpp"

#include <cstdlib>
#include <vector>

#include "analysis/dates/timex_values.hpp"

namespace furat::analysis::dates {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr days kFar{120};  // a shorter step is no excursion

struct Stated {
  Expression* expression = nullptr;
  CalendarPoint point = {};
  sys_days day = {};
};

/// A year or what is shorter, with its year stated.
std::optional<Stated> stated(Expression& expression) {
  const bool range = expression.form == Form::range;
  if (!range && expression.form != Form::point) return std::nullopt;
  const CalendarPoint& point = range ? expression.until : expression.point;
  if (!point.year || point.unit > Unit::year) return std::nullopt;
  const auto whole = interval_of(point);
  if (!whole) return std::nullopt;
  return Stated{&expression, point, whole->first};
}

days distance(sys_days a, sys_days b) { return a < b ? b - a : a - b; }

/// The text goes on about where it was before this date.
bool is_excursion(sys_days before, sys_days here, sys_days next) {
  return distance(here, next) > kFar && distance(here, next) > 2 * distance(before, next);
}

/// A bare year is too coarse to tell where a history has got to.
std::vector<Stated> stated_dates(std::span<Expressions> passages) {
  std::vector<Stated> out;
  for (Expressions& passage : passages)
    for (Expression& expression : passage)
      if (const auto found = stated(expression); found && found->point.unit != Unit::year)
        out.push_back(*found);
  return out;
}

void mark_excursions(std::vector<Stated>& dates) {
  std::size_t before = 0;
  for (std::size_t i = 1; i + 1 < dates.size(); ++i) {
    const bool excursion = is_excursion(dates[before].day, dates[i].day, dates[i + 1].day);
    dates[i].expression->hints.excursion = excursion;
    if (!excursion) before = i;
  }
}

}  // namespace

void mark_course(std::span<Expressions> passages) {
  std::vector<Stated> dates = stated_dates(passages);
  mark_excursions(dates);
  std::optional<CalendarPoint> next;
  for (auto passage = passages.rbegin(); passage != passages.rend(); ++passage)
    for (auto expression = passage->rbegin(); expression != passage->rend(); ++expression) {
      expression->hints.next = next;
      const auto found = stated(*expression);
      if (found && !expression->hints.excursion) next = found->point;
    }
}

}  // namespace furat::analysis::dates
