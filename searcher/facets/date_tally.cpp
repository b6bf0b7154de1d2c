#include "searcher/facets/date_tally.hpp"

#include <array>
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

using Sets = std::array<std::uint32_t, 4>;

/// What a node with these marks counts as, in the order of DateTally::What.
constexpr std::array<Sets, MarkedNode::kAllMarks> sets_by_marks() {
  std::array<Sets, MarkedNode::kAllMarks> sets{};
  for (std::uint32_t marks = 0; marks < sets.size(); ++marks)
    sets[marks] = {(marks & MarkedNode::kBelow) != 0, (marks & MarkedNode::kTopmost) != 0,
                   (marks & MarkedNode::kPrecise) != 0, (marks & MarkedNode::kClosed) != 0};
  return sets;
}
constexpr auto kSetsByMarks = sets_by_marks();

void add_all(Sets& count, const Sets& more) {
  for (std::size_t i = 0; i < count.size(); ++i) count[i] += more[i];
}

}  // namespace

void DateTally::add(MarkedNodes dates, CountAs as, const NodeNumbers& nodes) {
  if (passages_.size() < nodes.size()) {
    passages_.resize(nodes.size());
    others_.resize(nodes.size());
  }
  for (const auto& date : dates) {
    const auto number = date.number();
    const auto& sets = kSetsByMarks[date.marks()];
    auto& passages = passages_[number];
    if ((passages[kBelow] | passages[kPrecise] | passages[kClosed]) == 0) found_.push_back(number);
    add_all(passages, sets);
    if (date.has(MarkedNode::kNamed)) others_[number].named = true;
    if (as.article) add_all(others_[number].articles, sets);
    if (as.story) add_all(others_[number].stories, sets);
  }
}

void DateTally::add_together(const std::vector<MarkedNode>& dates, CountAs as,
                             const NodeNumbers& nodes) {
  ++set_;
  for (const auto& date : dates)
    if (date.has(MarkedNode::kTopmost)) others_[date.number()].seen_topmost = set_;
  for (const auto& date : dates) {
    auto& count = others_[date.number()];
    if (date.has(MarkedNode::kPrecise) && std::exchange(count.seen_precise, set_) != set_)
      count.add_together(kPrecise, as);
    if (!date.has(MarkedNode::kTopmost) || count.seen_below == set_ ||
        has_topmost_above(date.number(), nodes))
      continue;
    count.add_together(kTopmost, as);
    // What stands above a node that was counted was counted along with it.
    for (auto at = date.number(); at != kNone && others_[at].seen_below != set_;
         at = nodes.parent(at)) {
      others_[at].seen_below = set_;
      others_[at].add_together(kBelow, as);
    }
  }
}

/// Days of a month have the same nodes above them: those are looked through once.
bool DateTally::has_topmost_above(std::uint32_t number, const NodeNumbers& nodes) {
  const auto first = nodes.parent(number);
  auto at = first;
  for (; at != kNone && others_[at].seen_none_above != set_; at = nodes.parent(at))
    if (others_[at].seen_topmost == set_) return true;
  for (auto clear = first; clear != at; clear = nodes.parent(clear))
    others_[clear].seen_none_above = set_;
  return false;
}

/// Sets of which the node or one above it is a topmost cover node.
DateCount DateTally::topmost_from(std::uint32_t number, const NodeNumbers& nodes) const {
  DateCount sum;
  for (auto at = number; at != kNone; at = nodes.parent(at))
    if (at < passages_.size()) sum = sum + count(kTopmost, at);
  return sum;
}

DateCount DateTally::matching(index::DateNode node, DateMode mode, const NodeNumbers& nodes) const {
  // A node that no date lies in may have no number; those above it have one if a date does.
  std::optional above(node);
  auto number = nodes.known_number(node);
  const bool known = number.has_value() && *number < passages_.size();
  while (!number && above && (above = parent(*above))) number = nodes.known_number(*above);
  if (mode == DateMode::within) return known ? count(kPrecise, *number) : DateCount{};
  const auto from_above = number ? topmost_from(*number, nodes) : DateCount{};
  if (mode == DateMode::contains || !known) return from_above;
  // Those of which it is topmost are among those below too.
  return from_above + count(kBelow, *number) - count(kTopmost, *number);
}

void DateTally::clear() {
  for (const auto number : found_) {
    passages_[number] = {};
    others_[number] = {};
  }
  found_.clear();
  without_ = {};
  set_ = 0;
}

}  // namespace furat
