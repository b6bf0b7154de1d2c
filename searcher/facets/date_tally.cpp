#include "searcher/facets/date_tally.hpp"

#include <optional>
#include <utility>

namespace furat {
namespace {

constexpr auto kNone = NodeNumbers::kNone;

void add_to(DateCount& count, const DateCount& more) {
  for (std::size_t i = 0; i < count.size(); ++i) count[i] += more[i];
}

/// `more` if `mark` is set, else nothing: without a branch, since marks are as good as random.
void add_if(bool mark, DateCount& count, const DateCount& more) {
  const std::uint32_t mask = mark ? 0xFFFFFFFF : 0;
  for (std::size_t i = 0; i < count.size(); ++i) count[i] += more[i] & mask;
}

DateCount one_of(CountAs as) { return {as.passage, as.article, as.story, 0}; }

}  // namespace

void DateTally::add(MarkedNodes dates, CountAs as, const NodeNumbers& nodes) {
  const auto one = one_of(as);
  if (counts_.size() < nodes.size()) counts_.resize(nodes.size());
  for (const auto& date : dates) {
    auto& count = counts_[date.number()];
    if (!std::exchange(count.found, true)) found_.push_back(date.number());
    add_if(date.has(MarkedNode::kBelow), count.below, one);
    add_if(date.has(MarkedNode::kTopmost), count.topmost, one);
    add_if(date.has(MarkedNode::kPrecise), count.precise, one);
    count.closed += date.has(MarkedNode::kClosed);
    count.named |= date.has(MarkedNode::kNamed);
  }
}

void DateTally::add_together(const std::vector<MarkedNode>& dates, CountAs as,
                             const NodeNumbers& nodes) {
  const auto one = one_of(as);
  ++set_;
  for (const auto& date : dates)
    if (date.has(MarkedNode::kTopmost)) counts_[date.number()].seen_topmost = set_;
  for (const auto& date : dates) {
    auto& count = counts_[date.number()];
    if (date.has(MarkedNode::kPrecise) && std::exchange(count.seen_precise, set_) != set_)
      add_to(count.precise, one);
    if (!date.has(MarkedNode::kTopmost) || count.seen_below == set_ ||
        has_topmost_above(date.number(), nodes))
      continue;
    add_to(count.topmost, one);
    // What stands above a node that was counted was counted along with it.
    for (auto at = date.number(); at != kNone && counts_[at].seen_below != set_;
         at = nodes.parent(at)) {
      counts_[at].seen_below = set_;
      add_to(counts_[at].below, one);
    }
  }
}

bool DateTally::has_topmost_above(std::uint32_t number, const NodeNumbers& nodes) const {
  for (auto at = nodes.parent(number); at != kNone; at = nodes.parent(at))
    if (counts_[at].seen_topmost == set_) return true;
  return false;
}

/// Sets of which the node or one above it is a topmost cover node.
DateCount DateTally::topmost_from(std::uint32_t number, const NodeNumbers& nodes) const {
  DateCount count{};
  for (auto at = number; at != kNone; at = nodes.parent(at))
    if (at < counts_.size()) add_to(count, counts_[at].topmost);
  return count;
}

DateCount DateTally::matching(index::DateNode node, DateMode mode, const NodeNumbers& nodes) const {
  // A node that no date lies in may have no number; those above it have one if a date does.
  std::optional above(node);
  auto number = nodes.known_number(node);
  const bool known = number.has_value() && *number < counts_.size();
  while (!number && above && (above = parent(*above))) number = nodes.known_number(*above);
  if (mode == DateMode::within) return known ? counts_[*number].precise : DateCount{};
  auto count = number ? topmost_from(*number, nodes) : DateCount{};
  if (mode == DateMode::overlap && known) {
    // Those of which it is topmost are among those below too.
    add_to(count, counts_[*number].below);
    for (std::size_t i = 0; i < count.size(); ++i) count[i] -= counts_[*number].topmost[i];
  }
  return count;
}

void DateTally::clear() {
  for (const auto number : found_) counts_[number] = {};
  found_.clear();
  without_ = {};
  set_ = 0;
}

}  // namespace furat
