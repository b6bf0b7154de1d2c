#include "searcher/view/document_order.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "index/date_nodes.hpp"
#include "index/schema.hpp"

namespace furat {
namespace {

constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

}  // namespace

DocumentOrder::DocumentOrder(const index::SlotStreams& slots)
    : ranks_(std::size_t{slots.last_document()} + 1), days_(ranks_.size(), kNoDay) {
  std::vector<std::pair<std::string, Xapian::docid>> keys;
  slots.each(index::kSlotOrder, [&](Xapian::docid document, std::string_view key) {
    keys.emplace_back(key, document);
  });
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 0; i < keys.size(); ++i)
    ranks_[keys[i].second] = static_cast<std::uint32_t>(i + 1);
  slots.each(index::kSlotFirstDay, [&](Xapian::docid document, std::string_view key) {
    if (const auto day = index::day_of_sort_key(key))
      days_[document] = static_cast<std::int32_t>(day->time_since_epoch().count());
  });
}

std::optional<std::chrono::sys_days> DocumentOrder::first_day(Xapian::docid passage) const {
  if (passage >= days_.size() || days_[passage] == kNoDay) return std::nullopt;
  return std::chrono::sys_days(std::chrono::days(days_[passage]));
}

}  // namespace furat
