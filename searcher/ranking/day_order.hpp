// Orders of hits by days instead of relevance.
#pragma once

#include <xapian.h>

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "index/date_nodes.hpp"
#include "index/schema.hpp"

namespace furat {

/// Sorts by a day slot, then by article; documents without a day come last in either direction.
class DayOrder final : public Xapian::KeyMaker {
 public:
  DayOrder(index::Slot slot, bool newest_first) : slot_(slot), newest_first_(newest_first) {}
  std::string operator()(const Xapian::Document& document) const override;

 private:
  index::Slot slot_;
  bool newest_first_;
};

/// The first day in one of the intervals that entries of kSlotDates have.
[[nodiscard]] std::optional<std::chrono::sys_days> first_day_inside(
    std::span<const std::uint32_t> entries, const std::vector<index::DayInterval>& intervals);

/// Sorts by the first day spoken of that lies in one of the intervals, then by article; passages
/// without one come last. Keeps a reference to the intervals.
class FirstDayInside final : public Xapian::KeyMaker {
 public:
  explicit FirstDayInside(const std::vector<index::DayInterval>& intervals)
      : intervals_(intervals) {}
  std::string operator()(const Xapian::Document& document) const override;

 private:
  const std::vector<index::DayInterval>& intervals_;
};

}  // namespace furat
