// What the dates of a passage mean in the index: intervals of days, or month-days where the year is
// unknown; and the slots and terms that they give.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "index/date_intervals.hpp"
#include "index/passage_record.hpp"

namespace furat::index {

/// Bits of MentionRecord::flags that decide here: numbers of analysis::DateFlag, which the index
/// does not know by name. Stored: do not change.
namespace date_flag {
inline constexpr std::uint8_t kOpenStart = 2, kOpenEnd = 4, kYearUnknown = 32, kBeginsRange = 128;
}  // namespace date_flag

/// One date of a passage: one mention, or the two ends of a range.
struct PassageDate {
  /// None where the year is unknown. An open end reaches to the publication day where that is known
  /// and not before the start, else to the end of the calendar. An open start reaches back no
  /// further than the month, year or day that is named: how long before it is not known.
  std::optional<DayInterval> days;
  std::vector<DateNode> nodes;  ///< the cover of `days`, or the month-days; never empty
  /// The smallest node that holds the whole date; of an open one, what its known side is called.
  /// None if no millennium holds it.
  std::optional<DateNode> scope;
  bool open_start = false, open_end = false;

  [[nodiscard]] bool is_open() const { return open_start || open_end; }
};

/// The dates among the mentions of a passage, in their order. Lengths of time, references and what
/// has no place in the calendar are left out; a mention with kBeginsRange and the date behind it
/// are one date, from the first day of the one to the last day of the other.
[[nodiscard]] std::vector<PassageDate> dates_of(const std::vector<MentionRecord>& mentions,
                                                std::optional<std::chrono::sys_days> published);

/// The numbers of kSlotDates and kSlotDateScopes: code of a node * 2, plus 1 if of an open date.
[[nodiscard]] std::vector<std::uint32_t> cover_entries(const std::vector<PassageDate>& dates);
[[nodiscard]] std::vector<std::uint32_t> scope_entries(const std::vector<PassageDate>& dates);

/// All terms that the dates give their passage.
[[nodiscard]] std::set<std::string> terms_of(const std::vector<PassageDate>& dates);

}  // namespace furat::index
