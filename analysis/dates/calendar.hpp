// Calendar arithmetic of the date recognizer: closed day intervals, ISO weeks, shifts by calendar
// units.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace furat::analysis::dates {

enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  feast,  ///< a holiday that moves, see feasts.hpp
  week,
  weekend,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century
};

/// Days [first, last]; both ends belong to it.
struct DayInterval {
  std::chrono::sys_days first, last;
  friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

struct IsoWeek {
  int year = 0;
  int week = 0;
};

inline constexpr int kFirstYear = 1, kLastYear = 9999;

/// The index of the season winter, which is named by the year in which it begins; spring is 1.
inline constexpr int kWinter = 0;

[[nodiscard]] constexpr bool in_calendar(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

/// Days that month `month` has; without a year February has 29.
[[nodiscard]] int days_in_month(std::optional<int> year, int month);

/// None when the day does not exist or its year is outside 1..9999.
[[nodiscard]] std::optional<std::chrono::sys_days> day_of(int year, int month, int day);

[[nodiscard]] int year_of(std::chrono::sys_days day);
[[nodiscard]] int month_of(std::chrono::sys_days day);
[[nodiscard]] int day_of_month(std::chrono::sys_days day);

/// 1 Monday ... 7 Sunday.
[[nodiscard]] int iso_weekday(std::chrono::sys_days day);
[[nodiscard]] std::chrono::sys_days monday_of(std::chrono::sys_days day);
[[nodiscard]] IsoWeek iso_week(std::chrono::sys_days day);

/// The days from the first of month `month` on, `count` months long; none outside years 1..9999.
[[nodiscard]] std::optional<DayInterval> months_from(int year, int month, int count);

/// The year `count` years after `year`; BC years are negative and there is no year 0.
[[nodiscard]] int shifted_year(int year, int count);

/// `day` moved by `count` units, to the last day of a shorter month; none outside years 1..9999.
[[nodiscard]] std::optional<std::chrono::sys_days> shifted(std::chrono::sys_days day, Unit unit,
                                                           int count);

}  // namespace furat::analysis::dates
