#include "searcher/ranking/day_order.hpp"

#include <algorithm>
#include <string_view>

#include "index/varint.hpp"

namespace furat {
namespace {

/// Sorts behind all days.
constexpr std::string_view kLast = "\xFF\xFF\xFF\xFF\xFF";

}  // namespace

std::string DayOrder::operator()(const Xapian::Document& document) const {
  auto key = document.get_value(slot_);
  if (key.empty())
    key = kLast;
  else if (newest_first_)
    for (auto& c : key) c = static_cast<char>(~c);
  return key + document.get_value(index::kSlotOrder);
}

std::string FirstDayInside::operator()(const Xapian::Document& document) const {
  std::optional<std::chrono::sys_days> first;
  const auto entries = index::unpack_set(document.get_value(index::kSlotDates));
  for (const auto entry : entries.value_or(std::vector<std::uint32_t>{}))
    if (const auto day = first_inside(entry); day && (!first || *day < *first)) first = day;
  return (first ? index::sort_key(*first) : std::string(kLast)) +
         document.get_value(index::kSlotOrder);
}

std::optional<std::chrono::sys_days> FirstDayInside::first_inside(std::uint32_t entry) const {
  const auto node = index::node_with_code(entry / 2);
  const auto days = node ? index::days_of(*node) : std::nullopt;
  std::optional<std::chrono::sys_days> first;
  if (!days) return first;
  for (const auto& interval : intervals_) {
    if (!days->overlaps(interval)) continue;
    const auto day = std::max(days->first, interval.first);
    if (!first || day < *first) first = day;
  }
  return first;
}

}  // namespace furat
