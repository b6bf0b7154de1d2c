// What is known of an article as a whole before its dates are placed in the calendar.
#pragma once

#include <chrono>
#include <optional>

#include "analysis/dates/expression.hpp"
#include "analysis/dates/retold.hpp"

namespace furat::analysis::dates {

struct ArticleFrame {
  std::optional<std::chrono::sys_days> published = {};
  bool narrative = false;
  Retelling retelling = {};
  DayOrder order = DayOrder::undecided;
};

}  // namespace furat::analysis::dates
