#include "analysis/dates/feasts.hpp"

namespace furat::analysis::dates {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

std::optional<DayInterval> single(std::optional<sys_days> day) {
  return day ? std::optional(DayInterval{*day, *day}) : std::nullopt;
}

/// The `count`-th weekday of a month, 1 Monday ... 7 Sunday; the last one for count 5 where there
/// are four.
std::optional<sys_days> weekday_of_month(int year, int month, int weekday, int count) {
  const auto first = day_of(year, month, 1);
  if (!first) return std::nullopt;
  const int ahead = (weekday - iso_weekday(*first) + 7) % 7 + 7 * (count - 1);
  return *first + days{ahead < days_in_month(year, month) ? ahead : ahead - 7};
}

std::optional<sys_days> easter_sunday(int year) {
  constexpr int kGregorian = 1583;
  if (year < kGregorian || !in_calendar(year)) return std::nullopt;
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25,
            g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4,
            l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451,
            n = h + l - 7 * m + 114;
  return day_of(year, n / 31, n % 31 + 1);
}

std::optional<DayInterval> from_easter(int year, int shift) {
  const auto sunday = easter_sunday(year);
  return sunday ? single(*sunday + days{shift}) : std::nullopt;
}

/// The first day of a month of the tabular Islamic calendar: months of 30 and 29 days by turns, 11
/// leap years in 30.
sys_days first_of_lunar_month(int lunar_year, int month) {
  constexpr sys_days kEpoch{days{-492'148}};  // 19 July 622, day 1 of year 1
  const int months = 29 * (month - 1) + month / 2;
  return kEpoch + days{354 * (lunar_year - 1) + (3 + 11 * lunar_year) / 30 + months};
}

/// `length` days from a day of a lunar month on, the first time in a year.
std::optional<DayInterval> lunar(int year, int month, int day, int length) {
  constexpr int kEpochYear = 622;
  constexpr double kLunarYears = 1.0307;  // in a solar year
  if (year < kEpochYear || !in_calendar(year)) return std::nullopt;
  const auto guess = static_cast<int>((year - kEpochYear) * kLunarYears);
  for (int lunar_year = guess > 1 ? guess - 1 : 1; lunar_year <= guess + 3; ++lunar_year) {
    const sys_days first = first_of_lunar_month(lunar_year, month) + days{day - 1};
    if (year_of(first) == year) return DayInterval{first, first + days{length - 1}};
  }
  return std::nullopt;
}

std::optional<DayInterval> lunar_feast(Feast feast, int year) {
  constexpr int kMuharram = 1, kRabi = 3, kRamadan = 9, kShawwal = 10, kDhuAlHijja = 12;
  switch (feast) {
    case Feast::ashura:
      return lunar(year, kMuharram, 10, 1);
    case Feast::mawlid:
      return lunar(year, kRabi, 12, 1);
    case Feast::ramadan:
      return lunar(year, kRamadan, 1, 30);
    case Feast::eid_al_fitr:
      return lunar(year, kShawwal, 1, 3);
    default:
      return lunar(year, kDhuAlHijja, 10, 4);
  }
}

}  // namespace

bool is_lunar(Feast feast) { return feast >= Feast::ashura; }

std::optional<DayInterval> days_of_feast(Feast feast, int year) {
  switch (feast) {
    case Feast::new_year:
      return single(day_of(year, 1, 1));
    case Feast::christmas_eve:
      return single(day_of(year, 12, 24));
    case Feast::christmas:
      return single(day_of(year, 12, 25));
    case Feast::new_years_eve:
      return single(day_of(year, 12, 31));
    case Feast::boxing_day:
      return single(day_of(year, 12, 26));
    case Feast::valentines_day:
      return single(day_of(year, 2, 14));
    case Feast::nowruz:
      return single(day_of(year, 3, 21));
    case Feast::may_day:
      return single(day_of(year, 5, 1));
    case Feast::halloween:
      return single(day_of(year, 10, 31));
    case Feast::veterans_day:
      return single(day_of(year, 11, 11));
    case Feast::memorial_day:
      return single(weekday_of_month(year, 5, 1, 5));
    case Feast::labor_day:
      return single(weekday_of_month(year, 9, 1, 1));
    case Feast::thanksgiving:
      return single(weekday_of_month(year, 11, 4, 4));
    case Feast::palm_sunday:
      return from_easter(year, -7);
    case Feast::good_friday:
      return from_easter(year, -2);
    case Feast::easter:
      return from_easter(year, 0);
    case Feast::easter_monday:
      return from_easter(year, 1);
    default:
      return lunar_feast(feast, year);
  }
}

}  // namespace furat::analysis::dates
