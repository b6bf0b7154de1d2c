#include "analysis/dates/timex_values.hpp"

#include <array>
#include <cstdlib>
#include <string_view>

#include "analysis/dates/feasts.hpp"

namespace furat::analysis::dates {

using std::chrono::days;
using std::chrono::sys_days;

namespace {

constexpr std::array<std::string_view, 4> kSeasonNames{"WI", "SP", "SU", "FA"};
constexpr std::array<int, 4> kSeasonMonths{12, 3, 6, 9};

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out += part;
  return out;
}

std::string padded(int number, std::size_t width) {
  std::string out = std::to_string(number);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

std::string year_value(int year, int years_per_unit, std::size_t width) {
  return joined({year < 0 ? "BC" : "", padded(std::abs(year) / years_per_unit, width)});
}

std::string week_value(const CalendarPoint& point, std::string_view suffix) {
  const auto monday = day_of(point.year.value_or(0), point.month, point.day);
  if (!monday) return joined({"XXXX-WXX", suffix});
  const IsoWeek week = iso_week(*monday);
  return joined({padded(week.year, 4), "-W", padded(week.week, 2), suffix});
}

std::string within_year(const CalendarPoint& point) {
  switch (point.unit) {
    case Unit::day:
      return joined({"-", padded(point.month, 2), "-", padded(point.day, 2)});
    case Unit::month:
      return joined({"-", padded(point.month, 2)});
    case Unit::quarter:
      return joined({"-Q", std::to_string(point.index)});
    case Unit::half:
      return joined({"-H", std::to_string(point.index)});
    case Unit::season:
      return joined({"-", kSeasonNames.at(static_cast<std::size_t>(point.index))});
    default:
      return {};
  }
}

/// ISO 8601 has "--02-09" for a day of some year; the other units use X for it, as TIMEX3 does.
std::string_view unknown_year(Unit unit) {
  return unit == Unit::day || unit == Unit::month ? "-" : "XXXX";
}

std::optional<DayInterval> days_from(const CalendarPoint& point, int first, int last) {
  const auto day = day_of(*point.year, point.month, point.day);
  if (!day || !in_calendar(year_of(*day + days{last}))) return std::nullopt;
  return DayInterval{*day + days{first}, *day + days{last}};
}

std::optional<DayInterval> season_interval(int year, int season) {
  const int month = kSeasonMonths.at(static_cast<std::size_t>(season));
  return months_from(year, month, 3);  // the winter of 2014 ends in 2015
}

std::optional<DayInterval> years_interval(int year, int count) {
  // the first century and decade have no year 0
  return months_from(year == 0 ? 1 : year, 1, 12 * (year == 0 ? count - 1 : count));
}

/// Before Christ, as days of the calendar carried back: 480 BC is its year -479.
std::optional<DayInterval> interval_before_christ(const CalendarPoint& point) {
  using std::chrono::months;
  using std::chrono::year;
  constexpr int kEarliest = -9990, kDecade = 10, kCentury = 100, kSeason = 3;
  const int last = *point.year + 1;
  if (last < kEarliest) return std::nullopt;
  switch (point.unit) {
    case Unit::day: {
      const auto day = year{last} / point.month / point.day;
      if (!day.ok()) return std::nullopt;
      return DayInterval{sys_days{day}, sys_days{day}};
    }
    case Unit::month:
      return DayInterval{sys_days{year{last} / point.month / 1},
                         sys_days{year{last} / point.month / std::chrono::last}};
    case Unit::season: {
      const auto first = year{last} / kSeasonMonths.at(static_cast<std::size_t>(point.index));
      return DayInterval{sys_days{first / 1},
                         sys_days{(first + months{kSeason - 1}) / std::chrono::last}};
    }
    case Unit::year:
    case Unit::decade:
    case Unit::century: {
      const int count = point.unit == Unit::year     ? 1
                        : point.unit == Unit::decade ? kDecade
                                                     : kCentury;
      return DayInterval{sys_days{year{last - count + 1} / 1 / 1}, sys_days{year{last} / 12 / 31}};
    }
    default:
      return std::nullopt;
  }
}

DayInterval third_of_months(DayInterval whole, int months, int third) {
  const int year = year_of(whole.first), month = month_of(whole.first);
  const int from = month - 1 + third * months / 3;
  return months_from(year + from / 12, from % 12 + 1, months / 3).value_or(whole);
}

DayInterval third_of_days(DayInterval whole, int third) {
  const auto length = (whole.last - whole.first).count() + 1;
  const auto step = length / 3;
  const auto first = whole.first + days{step * third};
  return {first, third == 2 ? whole.last : first + days{step - 1}};
}

int months_of(Unit unit) {
  switch (unit) {
    case Unit::quarter:
    case Unit::season:
      return 3;
    case Unit::half:
      return 6;
    case Unit::year:
      return 12;
    case Unit::decade:
      return 120;
    case Unit::century:
      return 1200;
    default:
      return 0;
  }
}

std::string_view length_letter(Unit unit) {
  switch (unit) {
    case Unit::second:
      return "S";
    case Unit::minute:
    case Unit::month:
      return "M";
    case Unit::hour:
      return "H";
    case Unit::day:
      return "D";
    case Unit::week:
      return "W";
    case Unit::weekend:
      return "WE";
    case Unit::quarter:
      return "Q";
    case Unit::decade:
      return "DE";
    case Unit::century:
      return "CE";
    default:
      return "Y";
  }
}

std::string feast_value(const CalendarPoint& point) {
  const auto whole = interval_of(point);
  if (!whole) return "XXXX";
  if (whole->first == whole->last) return iso_day(whole->first);
  return joined({iso_day(whole->first), "/", iso_day(whole->last)});
}

}  // namespace

std::string timex_value(const CalendarPoint& point) {
  if (point.unit == Unit::feast) return feast_value(point);
  if (point.unit == Unit::week) return week_value(point, "");
  if (point.unit == Unit::weekend) return week_value(point, "-WE");
  if (!point.year) return joined({unknown_year(point.unit), within_year(point)});
  if (point.unit == Unit::decade) return year_value(*point.year, 10, 3);
  if (point.unit == Unit::century) return year_value(*point.year, 100, 2);
  return joined({year_value(*point.year, 1, 4), within_year(point)});
}

std::string timex_time(const TimeOfDay& time) {
  constexpr int kMinutes = 60;
  if (!time.part.empty()) return joined({"T", time.part});
  if (time.minutes < 0) return {};
  return joined({"T", padded(time.minutes / kMinutes, 2), ":", padded(time.minutes % kMinutes, 2)});
}

std::string timex_length(int count, Unit unit, bool indefinite, bool and_a_half) {
  const bool clock = unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
  return joined({clock ? "PT" : "P", indefinite ? "X" : std::to_string(std::abs(count)),
                 and_a_half ? ".5" : "", length_letter(unit)});
}

std::string timex_weekday(int weekday) { return joined({"XXXX-WXX-", std::to_string(weekday)}); }

std::string iso_day(std::chrono::sys_days day) {
  const int year = year_of(day);
  return joined({year < 0 ? "-" : "", padded(std::abs(year), 4), "-", padded(month_of(day), 2), "-",
                 padded(day_of_month(day), 2)});
}

std::optional<DayInterval> interval_of(const CalendarPoint& point) {
  if (!point.year) return std::nullopt;
  if (*point.year < 0) return interval_before_christ(point);
  const int year = *point.year;
  switch (point.unit) {
    case Unit::day:
      return days_from(point, 0, 0);
    case Unit::feast:
      return days_of_feast(static_cast<Feast>(point.index), year);
    case Unit::week:
      return days_from(point, 0, 6);
    case Unit::weekend:
      return days_from(point, 5, 6);
    case Unit::month:
      return months_from(year, point.month, 1);
    case Unit::quarter:
      return months_from(year, point.index * 3 - 2, 3);
    case Unit::half:
      return months_from(year, point.index * 6 - 5, 6);
    case Unit::season:
      return season_interval(year, point.index);
    case Unit::year:
      return months_from(year, 1, 12);
    case Unit::decade:
      return years_interval(year, 10);
    case Unit::century:
      return years_interval(year, 100);
    default:
      return std::nullopt;
  }
}

DayInterval part_of(DayInterval whole, Unit unit, Part part) {
  if (part == Part::whole || unit == Unit::day) return whole;
  const int third = part == Part::early ? 0 : part == Part::mid ? 1 : 2;
  const int months = months_of(unit);
  return months > 0 ? third_of_months(whole, months, third) : third_of_days(whole, third);
}

Granularity granularity_of(Unit unit) {
  switch (unit) {
    case Unit::week:
      return Granularity::week;
    case Unit::month:
      return Granularity::month;
    case Unit::quarter:
      return Granularity::quarter;
    case Unit::season:
      return Granularity::season;
    case Unit::year:
      return Granularity::year;
    case Unit::decade:
      return Granularity::decade;
    case Unit::century:
      return Granularity::century;
    case Unit::feast:
    case Unit::weekend:
    case Unit::half:
      return Granularity::range;
    default:
      return Granularity::day;
  }
}

}  // namespace furat::analysis::dates
