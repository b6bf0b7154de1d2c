#include "searcher/ranking/day_order.hpp"

#include <algorithm>
#include <string_view>

#include "index/varint.hpp"

namespace furat {

std::string DayOrder::operator()(const Xapian::Document& document) const {
  auto key = document.get_value(slot_);
  if (key.empty())
    key = index::kBehindAllDays;
  else if (newest_first_)
    for (auto& c : key) c = static_cast<char>(~c);
  return key + document.get_value(index::kSlotOrder);
}

std::string FirstDayInside::operator()(const Xapian::Document& document) const {
  const auto entries = index::unpack_set(document.get_value(index::kSlotDates));
  const auto first = first_day_inside(entries.value_or(std::vector<std::uint32_t>{}), intervals_);
  return (first ? index::sort_key(*first) : std::string(index::kBehindAllDays)) +
         document.get_value(index::kSlotOrder);
}

std::optional<std::chrono::sys_days> first_day_inside(
    std::span<const std::uint32_t> entries, const std::vector<index::DayInterval>& intervals) {
  std::optional<std::chrono::sys_days> first;
  for (const auto entry : entries) {
    const auto node = index::node_with_code(entry / 2);
    const auto days = node ? index::days_of(*node) : std::nullopt;
    if (!days) continue;
    for (const auto& interval : intervals) {
      if (!days->overlaps(interval)) continue;
      const auto day = std::max(days->first, interval.first);
      if (!first || day < *first) first = day;
    }
  }
  return first;
}

}  // namespace furat
