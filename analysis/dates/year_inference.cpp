#include "analysis/dates/year_inference.hpp"

#include <tuple>

#include "analysis/dates/timex_values.hpp"

namespace furat::analysis::dates {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

// Measured on 256 newswire articles (extraction.md 2.2).
constexpr days kNearWindow{60}, kFarWindow{90}, kHalfYear{183};
constexpr days kNearSeason{50};           // it begins within a week
constexpr int kYearsBetweenLeapDays = 8;  // 1896 to 1904

constexpr int kMonthsBack = 6;        // 4 to 8 are as good on the war histories of eval/dev
constexpr int kMonthsBackBefore = 5;  // where the next stated date bears it out
constexpr days kBehindNext{31};
constexpr days kFarFromNext{2 * 365};  // a stated date farther off tells nothing

constexpr int kLastWinterMonth = 3;

constexpr int kFewestFullDates = 3;
constexpr int kAscentsPerDescent = 2;

/// The day that stands for a point when its distance is taken.
sys_days middle_of(const DayInterval& whole) {
  return whole.first + (whole.last - whole.first) / 2;
}

days window_of(const CalendarPoint& point, LookAhead look) {
  if (look == LookAhead::half_year) return kHalfYear;
  if (look == LookAhead::far && point.unit != Unit::day) return kFarWindow;
  return point.unit == Unit::season ? kNearSeason : kNearWindow;
}

std::optional<sys_days> first_day_in(CalendarPoint point, int year) {
  point.year = year;
  const auto whole = interval_of(point);
  return whole ? std::optional(whole->first) : std::nullopt;
}

/// Of a month, a day or a season; 0 for what is longer.
int first_month_of(const CalendarPoint& point) {
  if (point.unit != Unit::season) return point.month;
  return point.index == kWinter ? 12 : point.index * 3;
}

/// A month far behind the one just stated begins the next year; behind an inferred one it would
/// pile up guesses, but for a stated date ahead that it still comes before.
bool begins_next_year(const CalendarPoint& point, const NarrativePosition& at) {
  const int there = first_month_of(point), here = first_month_of(at.last);
  if (there == 0 || here == 0) return false;
  const int back = here - there;
  const auto next = at.next ? interval_of(*at.next) : std::nullopt;
  const auto last = interval_of(at.last);
  const auto day = first_day_in(point, shifted_year(*at.last.year, 1));
  const bool known = next && last && day;
  const bool turns_back = known && next->first < last->first;
  if (turns_back && next->first > last->first - kFarFromNext) return false;
  if (!known || turns_back) return at.last_is_stated && back >= kMonthsBack;
  if (*day > next->last + kBehindNext) return false;
  // "in the early summer" may well be of the year told of
  const bool borne_out = *day >= next->first - kFarFromNext && point.unit != Unit::season;
  return borne_out ? back >= kMonthsBackBefore : at.last_is_stated && back >= kMonthsBack;
}

bool counts_from_writing(const Expression& expression) {
  const bool relative = expression.form == Form::shift || expression.form == Form::elapsed;
  return expression.form == Form::weekday ||
         (relative && expression.reference == Reference::publication);
}

/// A day with its year, or a year so old that nobody writes days.
bool is_full_date(const Expression& expression) {
  if (expression.form != Form::point || !expression.point.year) return false;
  return expression.point.unit == Unit::day || *expression.point.year < 0;
}

auto place_in_time(const CalendarPoint& point) {
  return std::tuple(*point.year, point.month, point.day);
}

struct Course {
  int full_dates = 0, ascents = 0, descents = 0, from_writing = 0;
  std::optional<CalendarPoint> last = {};

  void add(const Expression& expression) {
    if (counts_from_writing(expression)) ++from_writing;
    if (!is_full_date(expression)) return;
    ++full_dates;
    if (last) count_step(expression.point);
    last = expression.point;
  }
  void count_step(const CalendarPoint& next) {
    if (place_in_time(*last) < place_in_time(next)) ++ascents;
    if (place_in_time(next) < place_in_time(*last)) ++descents;
  }
};

}  // namespace

std::optional<int> year_by_publication(const CalendarPoint& point, sys_days published,
                                       LookAhead look) {
  const int latest = year_of(published) + (look == LookAhead::next ? kYearsBetweenLeapDays : 1);
  std::optional<int> first_to_come;
  for (int year = latest; year >= year_of(published) - kYearsBetweenLeapDays; --year) {
    CalendarPoint candidate = point;
    candidate.year = year;
    const auto whole = interval_of(candidate);
    if (!whole) continue;
    if (look == LookAhead::next && whole->last < published) return first_to_come;
    if (look == LookAhead::next)
      first_to_come = year;
    else if (look == LookAhead::none ? whole->first <= published
                                     : middle_of(*whole) - published <= window_of(point, look))
      return year;
  }
  return first_to_come;
}

int year_by_narrative(const CalendarPoint& point, const NarrativePosition& at) {
  int year = shifted_year(*at.last.year, begins_next_year(point, at) ? 1 : 0);
  const bool winter = point.unit == Unit::season && point.index == kWinter;
  if (winter && at.last.month > 0 && at.last.month <= kLastWinterMonth)
    year = shifted_year(*at.last.year, -1);
  const bool leap_day = point.unit == Unit::day && point.month == 2 && point.day == 29;
  while (leap_day && in_calendar(year) && !day_of(year, point.month, point.day)) ++year;
  return year;
}

bool is_narrative(std::span<const Expressions> passages) {
  Course course;
  for (const Expressions& passage : passages)
    for (std::size_t i = 0; i < passage.size(); ++i) {
      const bool ends_range = i > 0 && passage[i - 1].begins_range;
      if (!ends_range) course.add(passage[i]);  // a range is one date
    }
  return course.full_dates >= kFewestFullDates && course.full_dates > course.from_writing &&
         course.ascents >= kFewestFullDates - 1 &&
         course.ascents >= kAscentsPerDescent * course.descents;
}

DayOrder day_order(std::span<const Expressions> passages) {
  bool day_first = false, month_first = false;
  for (const Expressions& passage : passages)
    for (const Expression& expression : passage) {
      day_first |= expression.order == DayOrder::day_first;
      month_first |= expression.order == DayOrder::month_first;
    }
  if (day_first == month_first) return DayOrder::undecided;
  return day_first ? DayOrder::day_first : DayOrder::month_first;
}

}  // namespace furat::analysis::dates
