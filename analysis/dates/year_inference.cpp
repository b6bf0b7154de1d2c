#include "analysis/dates/year_inference.hpp"

#include <tuple>

#include "analysis/dates/timex_values.hpp"

namespace furat::analysis::dates {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

// Measured on 256 newswire articles (extraction.md 2.2).
constexpr days kDayWindow{60}, kMonthWindow{90};
constexpr int kYearsBetweenLeapDays = 8;  // 1896 to 1904

constexpr int kMonthsBack = 6;  // 4 to 8 are as good on the war histories of eval/dev

constexpr int kFewestFullDates = 3;
constexpr int kAscentsPerDescent = 2;

/// The day that stands for the point when its distance is taken: the middle of what is longer.
std::optional<sys_days> middle_of(const CalendarPoint& point) {
  const auto whole = interval_of(point);
  if (!whole) return std::nullopt;
  return whole->first + (whole->last - whole->first) / 2;
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

std::optional<int> year_by_publication(const CalendarPoint& point, sys_days published) {
  const days window = point.unit == Unit::day ? kDayWindow : kMonthWindow;
  const int latest = year_of(published) + 1;
  for (int year = latest; year >= latest - kYearsBetweenLeapDays - 1; --year) {
    CalendarPoint candidate = point;
    candidate.year = year;
    const auto day = middle_of(candidate);
    if (day && *day - published <= window) return year;
  }
  return std::nullopt;
}

int year_by_narrative(const CalendarPoint& point, const CalendarPoint& last, bool last_is_stated) {
  // a month far behind the one just stated begins the next year; behind an inferred one it would
  // pile up guesses
  const bool next_year =
      last_is_stated && point.month > 0 && last.month - point.month >= kMonthsBack;
  int year = shifted_year(*last.year, next_year ? 1 : 0);
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
