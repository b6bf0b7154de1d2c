// Lines that state nothing but the article's date.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace furat::indexer {

struct DateLine {
  std::chrono::sys_days day;
  bool labelled = false;  ///< says what it is ("Published: ...") rather than only a date
};

/// The date of a line such as "Published: 12 March 2019", "date 2017-07-26 click to enlarge" or
/// "October 4, 2017"; none if the line says anything else or the order of day and month is open
/// ("04/10/2017").
[[nodiscard]] std::optional<DateLine> date_line(std::string_view line);

}  // namespace furat::indexer
