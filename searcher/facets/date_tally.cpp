#include "searcher/facets/date_tally.hpp"

#include <optional>
#include <utility>

namespace furat {
namespace {

constexpr auto kNone = NodeNumbers::kNone;

DateCount operator+(const DateCount& a, const DateCount& b) {
  return {a.passages + b.passages, a.articles + b.articles, a.stories + b.stories};
}

DateCount operator-(const DateCount& a, const DateCount& b) {
  return {a.passages - b.passages, a.articles - b.articles, a.stories - b.stories};
}

template <class Sets>
void add_all(Sets& count, const Sets& more) {
  for (std::size_t i = 0; i < count.size(); ++i) count[i] += more[i];
}

}  // namespace

DateTally::Sets DateTally::sets_of(const MarkedNode& node) {
  return {node.has(MarkedNode::kBelow), node.has(MarkedNode::kTopmost),
          node.has(MarkedNode::kPrecise), node.has(MarkedNode::kClosed)};
}

void DateTally::add(MarkedNodes dates, CountAs as, const NodeNumbers& nodes) {
  if (counts_.size() < nodes.size()) counts_.resize(nodes.size());
  for (const auto& date : dates) {
    auto& count = counts_[date.number()];
    if (count.flags == 0) found_.push_back(date.number());
    count.flags |= kFound | (date.has(MarkedNode::kNamed) ? std::uint32_t{MarkedNode::kNamed} : 0);
    const auto sets = sets_of(date);
    add_all(count.passages, sets);
    if (as.article) add_all(count.articles, sets);
    if (as.story) add_all(count.stories, sets);
  }
}

void DateTally::add_together(const std::vector<MarkedNode>& dates, CountAs as,
                             const NodeNumbers& nodes) {
  ++set_;
  for (const auto& date : dates)
    if (date.has(MarkedNode::kTopmost)) counts_[date.number()].seen_topmost = set_;
  for (const auto& date : dates) {
    auto& count = counts_[date.number()];
    if (date.has(MarkedNode::kPrecise) && std::exchange(count.seen_precise, set_) != set_)
      count.add_together(kPrecise, as);
    if (!date.has(MarkedNode::kTopmost) || count.seen_below == set_ ||
        has_topmost_above(date.number(), nodes))
      continue;
    count.add_together(kTopmost, as);
    // What stands above a node that was counted was counted along with it.
    for (auto at = date.number(); at != kNone && counts_[at].seen_below != set_;
         at = nodes.parent(at)) {
      counts_[at].seen_below = set_;
      counts_[at].add_together(kBelow, as);
    }
  }
}

/// Days of a month have the same nodes above them: those are looked through once.
bool DateTally::has_topmost_above(std::uint32_t number, const NodeNumbers& nodes) {
  const auto first = nodes.parent(number);
  auto at = first;
  for (; at != kNone && counts_[at].seen_none_above != set_; at = nodes.parent(at))
    if (counts_[at].seen_topmost == set_) return true;
  for (auto clear = first; clear != at; clear = nodes.parent(clear))
    counts_[clear].seen_none_above = set_;
  return false;
}

/// Sets of which the node or one above it is a topmost cover node.
DateCount DateTally::topmost_from(std::uint32_t number, const NodeNumbers& nodes) const {
  DateCount count{};
  for (auto at = number; at != kNone; at = nodes.parent(at))
    if (at < counts_.size()) count = count + counts_[at].of(kTopmost);
  return count;
}

DateCount DateTally::matching(index::DateNode node, DateMode mode, const NodeNumbers& nodes) const {
  // A node that no date lies in may have no number; those above it have one if a date does.
  std::optional above(node);
  auto number = nodes.known_number(node);
  const bool known = number.has_value() && *number < counts_.size();
  while (!number && above && (above = parent(*above))) number = nodes.known_number(*above);
  if (mode == DateMode::within) return known ? counts_[*number].of(kPrecise) : DateCount{};
  const auto from_above = number ? topmost_from(*number, nodes) : DateCount{};
  if (mode == DateMode::contains || !known) return from_above;
  // Those of which it is topmost are among those below too.
  return from_above + counts_[*number].of(kBelow) - counts_[*number].of(kTopmost);
}

void DateTally::clear() {
  for (const auto number : found_) counts_[number] = {};
  found_.clear();
  without_ = {};
  set_ = 0;
}

}  // namespace furat
