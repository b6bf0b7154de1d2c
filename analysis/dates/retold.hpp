// Articles that tell of times long before their publication: a date without a year then belongs to
// the time that is told of, not to the latest one.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <span>

#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

/// How far an article tells of the past, by the dates whose year it states.
struct Retelling {
  /// At least as many of them are long past as are near the publication, and nothing counts from
  /// the day of writing.
  bool partly = false;
  /// Two or more are long past and none is near the publication.
  bool wholly = false;
  /// By month: the only year in which the article states that month; 0 for none, -1 for several.
  std::array<int, 13> years = {};
};

[[nodiscard]] Retelling retelling_of(std::span<const Expressions> passages,
                                     std::optional<std::chrono::sys_days> published);

/// Over more than two months before the publication.
[[nodiscard]] bool is_long_past(const CalendarPoint& point, std::chrono::sys_days published);

/// Within `window` before the publication.
[[nodiscard]] bool is_news(const CalendarPoint& point, std::chrono::sys_days published,
                           std::chrono::days window);

/// The year in which `point` lies up to `before` before `told` or `months_after` months behind it;
/// none if there is none.
[[nodiscard]] std::optional<int> year_near(const CalendarPoint& point, const CalendarPoint& told,
                                           std::chrono::days before, int months_after);

}  // namespace furat::analysis::dates
