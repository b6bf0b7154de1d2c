// The year of a month or day that states none, and whether an article is a narrative that carries
// its years forward.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

/// How far behind the publication a month or day without a year may lie.
enum class LookAhead : std::uint8_t {
  none,  ///< it has begun by then: "since September"
  near,  ///< 60 days; 50 for a season, which is as wide
  far,   ///< 60 days; 90 for what is coarser than a day
  half_year,
  next,  ///< it is the first that is not over by then: "until March"
};

/// The latest year in which the middle of `point` lies within `look` of `published`. For 29
/// February only leap years count. None if there is none in years 1..9999.
[[nodiscard]] std::optional<int> year_by_publication(const CalendarPoint& point,
                                                     std::chrono::sys_days published,
                                                     LookAhead look);

/// Where a narrative stands.
struct NarrativePosition {
  CalendarPoint last = {};                 ///< the date it has got to
  bool last_is_stated = false;             ///< the text itself gives the year of `last`
  std::optional<CalendarPoint> next = {};  ///< the next date whose year it states
};

/// The year of `point` in a narrative: that of the date it has got to, or the next one if `point`
/// lies months before that date and the next stated date allows it.
[[nodiscard]] int year_by_narrative(const CalendarPoint& point, const NarrativePosition& at);

/// Whether the expressions of an article, in reading order, tell a history: full dates that mostly
/// ascend, and more of them than words that count from the day of writing.
[[nodiscard]] bool is_narrative(std::span<const Expressions> passages);

/// Which of the first two numbers is the day in all 3/4/2017 of the article; `undecided` without
/// evidence.
[[nodiscard]] DayOrder day_order(std::span<const Expressions> passages);

}  // namespace furat::analysis::dates
