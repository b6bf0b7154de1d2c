// The year of a month or day that states none, and whether an article is a narrative that carries
// its years forward.
#pragma once

#include <optional>
#include <span>

#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

/// The latest year in which `point` is not more than 60 days after `published` (90 days for what is
/// coarser than a day). For 29 February only leap years count. None if there is none in
/// years 1..9999.
[[nodiscard]] std::optional<int> year_by_publication(const CalendarPoint& point,
                                                     std::chrono::sys_days published);

/// The year of `point` in a narrative that has reached `last`: the same, or the next one if
/// `last_is_stated` with its year and `point` lies half a year or more before it.
[[nodiscard]] int year_by_narrative(const CalendarPoint& point, const CalendarPoint& last,
                                    bool last_is_stated);

/// Whether the expressions of an article, in reading order, tell a history: full dates that mostly
/// ascend, and more of them than words that count from the day of writing.
[[nodiscard]] bool is_narrative(std::span<const Expressions> passages);

/// Which of the first two numbers is the day in all 3/4/2017 of the article; `undecided` without
/// evidence.
[[nodiscard]] DayOrder day_order(std::span<const Expressions> passages);

}  // namespace furat::analysis::dates
