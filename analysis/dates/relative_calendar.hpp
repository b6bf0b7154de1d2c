// Counting from a point of the calendar: the day, month or year that so many units before or after
// it means.
#pragma once

#include <optional>
#include <string>

#include "analysis/dates/expression.hpp"

namespace furat::analysis::dates {

[[nodiscard]] CalendarPoint day_point(std::chrono::sys_days day);

/// `expression.count` units from `base`; none if the base is coarser than the unit: no "next day"
/// after a month.
[[nodiscard]] std::optional<CalendarPoint> shifted_point(const CalendarPoint& base,
                                                         const Expression& expression);

/// The year of the `count`-th month or season like `point` after `base`: -1 the last one before, 0
/// the one of that year.
[[nodiscard]] int year_counted(const CalendarPoint& point, const CalendarPoint& base, int count);

/// Where a weekday without a direction lies: in news the last one up to the base, in a narrative
/// the first one from it on, beside a date of the text the nearest.
enum class WeekSide : std::uint8_t { before, after, either };

/// The day that a weekday name means.
[[nodiscard]] std::optional<std::chrono::sys_days> nearest_weekday(const CalendarPoint& base,
                                                                   int weekday,
                                                                   const Expression& expression,
                                                                   WeekSide side);

/// The day nearest to `base` that is both this weekday (1 Monday) and this day of its month.
[[nodiscard]] std::optional<std::chrono::sys_days> nearest_day_on(const CalendarPoint& base,
                                                                  int weekday, int day);

/// The weekday of the week `weeks` from that of `base`: "Monday last week".
[[nodiscard]] std::optional<std::chrono::sys_days> weekday_in_week(const CalendarPoint& base,
                                                                   int weekday, int weeks);

/// The days of "the past two weeks", "the next three days".
[[nodiscard]] std::optional<DayInterval> elapsed_days(std::chrono::sys_days published,
                                                      const Expression& expression);

/// The value of a shift that has nothing to count from.
[[nodiscard]] std::string unplaced_shift_value(const Expression& expression);

}  // namespace furat::analysis::dates
