// What a date filter asks for: "2017", "2017-10", "2017-09-03..2017-09-05", "..2016", "201" or
// "2010s", "--10-05", "none".
#pragma once

#include <optional>
#include <string_view>

#include "index/date_nodes.hpp"

namespace furat {

struct DateFilter {
  enum class Kind { interval, unknown_year, none };
  Kind kind = Kind::interval;
  index::DayInterval interval{};  ///< Kind::interval
  index::DateNode node{};         ///< Kind::unknown_year
};

/// nullopt if the text is not a date, or its end comes before its beginning. A side of "A..B" may
/// be left out.
[[nodiscard]] std::optional<DateFilter> parse_date_filter(std::string_view text);

}  // namespace furat
