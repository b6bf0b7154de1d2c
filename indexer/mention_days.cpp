#include "indexer/mention_days.hpp"

#include <string_view>
#include <utility>

namespace furat::indexer {
namespace {

using analysis::DateMention;
using index::DateLevel;
using index::DateNode;
using std::chrono::sys_days;

/// The days from the beginning of `from` to the end of `to`, which is the same mention or the end
/// of its range.
std::optional<index::DayInterval> interval_of(const DateMention& from, const DateMention& to,
                                              std::optional<sys_days> published) {
  if (!from.first && !to.last) return std::nullopt;
  const auto calendar = index::all_days();
  const auto first = from.first.value_or(calendar.first);
  auto last = to.last.value_or(calendar.last);
  if (!to.last && published && *published >= first) last = *published;
  if (first > last) return std::nullopt;
  return index::DayInterval{first, last};
}

bool is_unknown_year(DateNode node) { return node.level >= DateLevel::unknown_year_root; }

/// The days or months from one node to another without a year, over the end of the year if need be.
std::vector<DateNode> nodes_between(DateNode from, DateNode to) {
  std::vector<DateNode> nodes{from};
  if (from.level != to.level || from.level == DateLevel::unknown_year_root) return {from, to};
  constexpr std::int32_t kDaysPerMonth = 32, kMonths = 12;
  const auto end =
      from.level == DateLevel::unknown_year_day ? (kMonths + 1) * kDaysPerMonth : kMonths + 1;
  for (DateNode node = from; node.number != to.number;) {
    if (++node.number >= end) node.number = 1;
    // Numbers between the last day of a month and the first of the next name no day.
    if (index::node_named(index::name(node)) == node) nodes.push_back(node);
  }
  return nodes;
}

std::vector<DateNode> unknown_year_nodes(std::string_view from, std::string_view to) {
  const auto first = index::node_named(from), last = index::node_named(to);
  if (!first || !is_unknown_year(*first)) return {};
  if (!last || !is_unknown_year(*last)) return {*first};
  return nodes_between(*first, *last);
}

/// The two values of "--09-03/--09-05", twice the same without a slash.
std::pair<std::string_view, std::string_view> ends_of(std::string_view value) {
  const auto slash = value.find('/');
  if (slash == std::string_view::npos) return {value, value};
  return {value.substr(0, slash), value.substr(slash + 1)};
}

IndexedDate date_of(const DateMention& from, const DateMention& to,
                    std::optional<sys_days> published) {
  IndexedDate date;
  date.days = interval_of(from, to, published);
  date.open = from.first.has_value() != to.last.has_value();
  if (date.days)
    date.nodes = index::cover(*date.days);
  else if ((from.flags & analysis::kYearUnknown) != 0)
    date.nodes = unknown_year_nodes(ends_of(from.value).first, ends_of(to.value).second);
  return date;
}

}  // namespace

std::vector<IndexedDate> indexed_dates(const std::vector<DateMention>& mentions,
                                       std::optional<sys_days> published) {
  std::vector<IndexedDate> dates;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const auto& from = mentions[i];
    const bool range = (from.flags & analysis::kBeginsRange) != 0 && i + 1 < mentions.size();
    if (range) ++i;
    auto date = date_of(from, mentions[i], published);
    if (!date.nodes.empty()) dates.push_back(std::move(date));
  }
  return dates;
}

}  // namespace furat::indexer
