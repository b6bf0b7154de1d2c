#include "searcher/query/date_filter.hpp"

namespace furat {
namespace {

using index::DateLevel;
using index::DateNode;
using index::DayInterval;

bool is_unknown_year(DateNode node) { return node.level >= DateLevel::unknown_year_root; }

/// "2010s" is the decade 201.
std::optional<DateNode> date_named(std::string_view text) {
  if (text.size() == 5 && text.ends_with("0s")) text = text.substr(0, 3);
  return index::node_named(text);
}

/// The days of one side of a range; an empty side is open.
std::optional<DayInterval> side_days(std::string_view text) {
  if (text.empty()) return index::all_days();
  const auto node = date_named(text);
  if (!node || is_unknown_year(*node)) return std::nullopt;
  return index::days_of(*node);
}

std::optional<DateFilter> range_filter(std::string_view from, std::string_view to) {
  const auto first = side_days(from);
  const auto last = side_days(to);
  if (!first || !last || first->first > last->last || (from.empty() && to.empty()))
    return std::nullopt;
  return DateFilter{DateFilter::Kind::interval, {first->first, last->last}, {}};
}

}  // namespace

std::optional<DateFilter> parse_date_filter(std::string_view text) {
  if (text == "none") return DateFilter{DateFilter::Kind::none, {}, {}};
  if (const auto dots = text.find(".."); dots != std::string_view::npos)
    return range_filter(text.substr(0, dots), text.substr(dots + 2));
  const auto node = date_named(text);
  if (!node) return std::nullopt;
  if (is_unknown_year(*node)) return DateFilter{DateFilter::Kind::unknown_year, {}, *node};
  return DateFilter{DateFilter::Kind::interval, *index::days_of(*node), {}};
}

}  // namespace furat
