// Days as people and programs write them, in the notations and languages that articles come in.
// What finds the day of publication in fields, bylines and headers; the dates that a text speaks of
// are analysis/dates.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace furat::indexer {

/// What 04/10/2017 means. Unknown: it means nothing, unless one reading is no date.
enum class DayMonthOrder : std::uint8_t { unknown, day_first, month_first };

struct WrittenDate {
  std::chrono::sys_days day;
  std::size_t begin = 0, end = 0;  ///< bytes of the text
};

/// Every full date (day, month and year) of a text, in order: "4 October 2017", "Oct. 4th, 2017",
/// "4. Oktober 2017", "٤ تشرين الأول ٢٠١٧", "2017-10-04T09:30:00+03:00", "04.10.2017", "4.10.17",
/// "2017年10月4日", "Wed Oct 4 09:30:00 UTC 2017". The end of a range ("2-4 October 2017") is none.
/// Years 1800 to 2199. Linear time.
[[nodiscard]] std::vector<WrittenDate> find_written_dates(std::string_view text,
                                                          DayMonthOrder order);

/// The day of a field that states one date, perhaps with a weekday, a time and a label; also
/// "20171004", "20171004T093000Z" and seconds or milliseconds since 1970 (in UTC). With a time zone
/// the day is the one that is written. None if the field says more than that, or two days.
[[nodiscard]] std::optional<std::chrono::sys_days> parse_written_date(std::string_view text,
                                                                      DayMonthOrder order);

/// True if a text names this day of a month, whatever it says of the year: "Posted Nov 18, 8:19
/// PM".
[[nodiscard]] bool names_day_of_month(std::string_view text, std::chrono::sys_days day);

/// The order that the numeric dates of a text show by a number above 12; unknown if they show none
/// or both.
[[nodiscard]] DayMonthOrder shown_day_month_order(std::string_view text);

}  // namespace furat::indexer
