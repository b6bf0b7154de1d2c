// What a date filter asks for: "2017", "2017-10", "2017-09-03..2017-09-05", "..2016", "201" or
// "2010s", "--10-05", "none", and all that can be said in words: "early 2016", "last week".
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "index/date_nodes.hpp"

namespace furat {

struct DateFilter {
  enum class Kind { interval, unknown_year, none };
  Kind kind = Kind::interval;
  index::DayInterval interval{};  ///< Kind::interval; an open side reaches to the calendar's end
  bool open_start = false, open_end = false;
  index::DateNode node{};    ///< Kind::unknown_year
  std::string read_as = {};  ///< how words were read: "2016-01-01..2016-04-30"; else empty
};

/// Reads a filter value. What counts from the present ("last week") counts from `now`; the clock is
/// never asked. A side of "A..B" may be left out. Throws RequestError naming `argument` if the text
/// is no date, its end comes before its beginning, or it needs a `now` that is not given.
[[nodiscard]] DateFilter parse_date_filter(const std::string& text, const std::string& argument,
                                           std::optional<std::chrono::sys_days> now);

/// A request's `now`. Throws RequestError for what is no ISO day.
[[nodiscard]] std::optional<std::chrono::sys_days> parse_now(const std::optional<std::string>& now);

/// The facet value that the filter selects in its list: "2017", "2010s" and "the year 2017" are
/// nodes; what is none has none.
[[nodiscard]] std::optional<index::DateNode> selected_node(const DateFilter& filter);

}  // namespace furat
