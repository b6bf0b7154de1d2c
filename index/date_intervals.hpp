// The days of a passage's dates as terms: one for each interval, in the order of their first days,
// and one for each calendar node that a closed date lies in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "index/date_nodes.hpp"

namespace furat::index {

/// The days of a date. Where a side is open, `days` says how far the index takes it to reach.
struct DateInterval {
  DayInterval days;
  bool open_start = false, open_end = false;

  [[nodiscard]] bool is_open() const { return open_start || open_end; }
  /// The date is known to lie inside the range: an open one never is.
  [[nodiscard]] bool is_within(const DayInterval& range) const {
    return !is_open() && range.first <= days.first && days.last <= range.last;
  }
  [[nodiscard]] bool contains(const DayInterval& range) const {
    return days.first <= range.first && range.last <= days.last;
  }
  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

/// XD:, the sort keys of both days, and where a side is open a byte that says which. Terms sort by
/// first day, then last day.
[[nodiscard]] std::string interval_term(const DateInterval& date);
[[nodiscard]] std::optional<DateInterval> interval_in_term(std::string_view term);

/// XDS: and the name of a node: held by the passages with a closed date that lies in it, if they
/// are given for the scope of each date and all nodes above it.
[[nodiscard]] std::string scope_term(DateNode node);

}  // namespace furat::index
