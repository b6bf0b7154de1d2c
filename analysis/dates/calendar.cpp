#include "analysis/dates/calendar.hpp"

#include <algorithm>

namespace furat::analysis::dates {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

namespace {

constexpr int kMonthsPerYear = 12;

year_month_day civil(int year, int month, int day) {
  return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
          std::chrono::day{static_cast<unsigned>(day)}};
}

int months_in(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::quarter:
    case Unit::season:
      return 3;
    case Unit::half:
      return 6;
    case Unit::year:
      return kMonthsPerYear;
    case Unit::decade:
      return 10 * kMonthsPerYear;
    case Unit::century:
      return 100 * kMonthsPerYear;
    default:
      return 0;
  }
}

std::optional<sys_days> shifted_months(sys_days from, int count) {
  const int month = year_of(from) * kMonthsPerYear + month_of(from) - 1 + count;
  if (month < kMonthsPerYear) return std::nullopt;  // before the year 1
  const int to_year = month / kMonthsPerYear, to_month = month % kMonthsPerYear + 1;
  if (!in_calendar(to_year)) return std::nullopt;
  const int to_day = std::min(day_of_month(from), days_in_month(to_year, to_month));
  return day_of(to_year, to_month, to_day);
}

std::optional<sys_days> in_years_we_know(sys_days day) {
  if (!in_calendar(year_of(day))) return std::nullopt;
  return day;
}

}  // namespace

int days_in_month(std::optional<int> year, int month) {
  const auto last = std::chrono::year{year.value_or(2000)} /
                    std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<sys_days> day_of(int year, int month, int day) {
  const auto date = civil(year, month, day);
  if (!in_calendar(year) || !date.ok()) return std::nullopt;
  return sys_days{date};
}

int year_of(sys_days day) { return static_cast<int>(year_month_day{day}.year()); }

int month_of(sys_days day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month()));
}

int day_of_month(sys_days day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.day()));
}

int iso_weekday(sys_days day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

sys_days monday_of(sys_days day) { return day - days{iso_weekday(day) - 1}; }

IsoWeek iso_week(sys_days day) {
  // A week belongs to the year that has its Thursday.
  const sys_days thursday = monday_of(day) + days{3};
  const int year = year_of(thursday);
  const sys_days new_year{civil(year, 1, 1)};
  return {year, static_cast<int>((thursday - new_year).count() / 7) + 1};
}

std::optional<DayInterval> months_from(int year, int month, int count) {
  const auto first = day_of(year, month, 1);
  if (!first) return std::nullopt;
  const auto last_month = shifted_months(*first, count - 1);
  if (!last_month) return std::nullopt;
  const int days_there = days_in_month(year_of(*last_month), month_of(*last_month));
  return DayInterval{*first, *last_month + days{days_there - 1}};
}

int shifted_year(int year, int count) {
  const int linear = (year < 0 ? year + 1 : year) + count;
  return linear <= 0 ? linear - 1 : linear;
}

std::optional<sys_days> shifted(sys_days day, Unit unit, int count) {
  if (const int months = months_in(unit); months > 0) return shifted_months(day, months * count);
  if (unit == Unit::week || unit == Unit::weekend) return in_years_we_know(day + days{7 * count});
  if (unit == Unit::day) return in_years_we_know(day + days{count});
  return day;  // hours and less stay on the day
}

}  // namespace furat::analysis::dates
