#include "analysis/dates/relative_calendar.hpp"

#include <algorithm>

#include "analysis/dates/timex_values.hpp"

namespace furat::analysis::dates {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kUnitsOfSeveral = 3;  // "the past few days", flagged approximate
constexpr int kHoursPerDay = 24;

std::optional<sys_days> exact_day(const CalendarPoint& point) {
  if (point.unit != Unit::day) return std::nullopt;
  const auto whole = interval_of(point);
  return whole ? std::optional(whole->first) : std::nullopt;
}

CalendarPoint week_point(sys_days day, Unit unit) {
  CalendarPoint out = day_point(monday_of(day));
  out.unit = unit;
  return out;
}

std::optional<CalendarPoint> shifted_days(const CalendarPoint& base, Unit unit, int count) {
  const auto from = exact_day(base);
  const auto to = from ? shifted(*from, unit, count) : std::nullopt;
  if (!to) return std::nullopt;
  return unit == Unit::day ? day_point(*to) : week_point(*to, unit);
}

/// The weekend that is over or under way.
std::optional<CalendarPoint> recent_weekend(const CalendarPoint& base) {
  const auto day = exact_day(base);
  if (!day) return std::nullopt;
  const bool under_way = iso_weekday(*day) >= 6;
  return week_point(under_way ? *day : *day - days{7}, Unit::weekend);
}

std::optional<CalendarPoint> shifted_month(const CalendarPoint& base, int count) {
  if (base.month == 0) return std::nullopt;
  const int month = base.month - 1 + count;
  const int years = month >= 0 ? month / 12 : -((11 - month) / 12);
  return CalendarPoint{.unit = Unit::month,
                       .year = shifted_year(*base.year, years),
                       .month = month - years * 12 + 1};
}

std::optional<CalendarPoint> shifted_quarter(const CalendarPoint& base, int count) {
  const auto month = shifted_month(base, 3 * count);
  if (!month) return std::nullopt;
  return CalendarPoint{
      .unit = Unit::quarter, .year = month->year, .index = (month->month - 1) / 3 + 1};
}

CalendarPoint shifted_years(const CalendarPoint& base, Unit unit, int count) {
  const int length = unit == Unit::year ? 1 : unit == Unit::decade ? 10 : 100;
  const int year = shifted_year(*base.year, count * length);
  return {.unit = unit, .year = year - year % length};
}

constexpr int kLastWinterMonth = 4;  // in April "this winter" is still the one before

std::optional<DayInterval> in_year(CalendarPoint point, int year) {
  point.year = year;
  return interval_of(point);
}

/// "last winter" is the latest that is over, "this winter" the one under way or just over, "next
/// winter" the first that has not begun.
std::optional<int> season_counted(const CalendarPoint& season, const CalendarPoint& base,
                                  int count) {
  const auto here = interval_of(base);
  if (!here) return std::nullopt;
  if (count == 0) {
    const bool began = season.index == kWinter && base.month > 0 && base.month <= kLastWinterMonth;
    return *base.year - (began ? 1 : 0);
  }
  for (int years = 1; years >= -2; --years) {
    const int year = *base.year + (count < 0 ? years : -years);
    const auto whole = in_year(season, year);
    if (whole && (count < 0 ? whole->last < here->first : whole->first > here->last)) return year;
  }
  return std::nullopt;
}

std::optional<CalendarPoint> counted_point(const CalendarPoint& base,
                                           const Expression& expression) {
  if (expression.most_recent) return recent_weekend(base);
  const int count = expression.count;
  // "that day" after a month is one of its days
  if (count == 0 && expression.reference == Reference::text && base.unit > expression.count_unit)
    return base;
  switch (expression.count_unit) {
    case Unit::day:
    case Unit::week:
    case Unit::weekend:
      return shifted_days(base, expression.count_unit, count);
    case Unit::month:
      return shifted_month(base, count);
    case Unit::quarter:
      return shifted_quarter(base, count);
    case Unit::year:
    case Unit::decade:
    case Unit::century:
      return shifted_years(base, expression.count_unit, count);
    default:
      return shifted_days(base, Unit::day, 0);  // hours ago: that day
  }
}

}  // namespace

CalendarPoint day_point(sys_days day) {
  return {
      .unit = Unit::day, .year = year_of(day), .month = month_of(day), .day = day_of_month(day)};
}

std::optional<CalendarPoint> shifted_point(const CalendarPoint& base,
                                           const Expression& expression) {
  if (!base.year) return std::nullopt;
  const auto point = counted_point(base, expression);
  // a count may lead out of the calendar, but only a text about BC years leads into them
  const bool known =
      point && (*base.year < 0 ? *point->year <= kLastYear
                               : *point->year > 0 && interval_of(*point).has_value());
  return known ? point : std::nullopt;
}

int year_counted(const CalendarPoint& point, const CalendarPoint& base, int count) {
  if (point.unit == Unit::season)
    if (const auto year = season_counted(point, base, count)) return *year;
  const int there = point.month, here = std::max(base.month, 1);
  if (count < 0) return shifted_year(*base.year, there < here ? 0 : -1);
  if (count > 0) return shifted_year(*base.year, there > here ? 0 : 1);
  return *base.year;
}

std::optional<sys_days> nearest_weekday(const CalendarPoint& base, int weekday,
                                        const Expression& expression, WeekSide side) {
  const auto day = exact_day(base);
  if (!day) return std::nullopt;
  const int ahead = (weekday - iso_weekday(*day) + 7) % 7;
  const bool directed = expression.reference != Reference::none;
  if (directed && expression.count < 0) return *day + days{ahead - 7};
  if (directed && expression.count > 0) return *day + days{ahead == 0 ? 7 : ahead};
  if (directed || side == WeekSide::after) return *day + days{ahead};
  if (side == WeekSide::before && expression.ahead) return *day + days{ahead};
  if (side == WeekSide::either && ahead <= 3) return *day + days{ahead};
  return *day - days{(7 - ahead) % 7};
}

std::optional<sys_days> nearest_day_on(const CalendarPoint& base, int weekday, int day) {
  constexpr int kMostMonths = 14;  // a 13th falls on a Friday every 14 months at the longest
  const auto from = exact_day(base);
  if (!from) return std::nullopt;
  std::optional<sys_days> nearest;
  for (int months = -kMostMonths; months <= kMostMonths; ++months) {
    const auto month = shifted_month(base, months);
    const auto found = month ? day_of(*month->year, month->month, day) : std::nullopt;
    if (!found || iso_weekday(*found) != weekday) continue;
    const bool nearer = !nearest || (*found - *from<*from - *nearest&& * from> * nearest);
    if (*found <= *from || nearer) nearest = found;
  }
  return nearest;
}

std::optional<sys_days> weekday_in_week(const CalendarPoint& base, int weekday, int weeks) {
  const auto day = exact_day(base);
  if (!day) return std::nullopt;
  return monday_of(*day) + days{7 * weeks + weekday - 1};
}

std::optional<DayInterval> elapsed_days(sys_days published, const Expression& expression) {
  int count = expression.count;
  if (expression.indefinite) count = count < 0 ? -kUnitsOfSeveral : kUnitsOfSeveral;
  Unit unit = expression.count_unit;
  if (unit < Unit::day) {
    const int sign = count < 0 ? -1 : 1;
    const int whole_days =
        unit == Unit::hour ? (count * sign + kHoursPerDay - 1) / kHoursPerDay : 1;
    count = sign * whole_days;
    unit = Unit::day;
  }
  const auto other = shifted(published, unit, count);
  if (!other) return std::nullopt;
  return DayInterval{std::min(published, *other), std::max(published, *other)};
}

std::string unplaced_shift_value(const Expression& expression) {
  if (expression.count == 0 && !expression.most_recent) return "PRESENT_REF";
  return expression.count <= 0 ? "PAST_REF" : "FUTURE_REF";
}

}  // namespace furat::analysis::dates
