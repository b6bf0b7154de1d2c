// Calendar points as TIMEX3 values and as day intervals.
#pragma once

#include <optional>
#include <string>

#include "analysis/dates/calendar.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/expression.hpp"

namespace furat::analysis::dates {

/// "2017-10", "2019-02-09", "2019-W06", "2008-SU", "199", "20", "BC0480"; without a year "--02-09".
[[nodiscard]] std::string timex_value(const CalendarPoint& point);

/// "P2W", "PT45M"; "PXD" when the count is not known.
[[nodiscard]] std::string timex_length(int count, Unit unit, bool indefinite,
                                       bool and_a_half = false);

/// "XXXX-WXX-5": some Friday.
[[nodiscard]] std::string timex_weekday(int weekday);

/// "TNI", "T14:30"; empty for a whole day.
[[nodiscard]] std::string timex_time(const TimeOfDay& time);

[[nodiscard]] std::string iso_day(std::chrono::sys_days day);

/// The days of a point; none without a year, outside years 1..9999, or where the day does not
/// exist.
[[nodiscard]] std::optional<DayInterval> interval_of(const CalendarPoint& point);

/// The third of the days of `unit` that `part` means.
[[nodiscard]] DayInterval part_of(DayInterval whole, Unit unit, Part part);

[[nodiscard]] Granularity granularity_of(Unit unit);

}  // namespace furat::analysis::dates
