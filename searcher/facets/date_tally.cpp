#include "searcher/facets/date_tally.hpp"

namespace furat {
namespace {

constexpr auto kNone = NodeNumbers::kNone;

void add_to(DateCount& count, const DateCount& more) {
  for (std::size_t i = 0; i < count.size(); ++i) count[i] += more[i];
}

}  // namespace

void DateTally::add(const DateSet& set, CountAs as) {
  const DateCount one{as.passage, as.article, as.story, 0};
  if (counts_.size() < numbers_.size()) counts_.resize(numbers_.size());
  set_ += 2;
  for (const auto& cover : set.covers) counts_[cover.node].seen_cover = set_;
  for (const auto& cover : set.covers) {
    auto& here = counts_[cover.node];
    if (here.seen_cover == set_) {
      here.seen_cover = set_ + 1;
      make_found(cover.node);
      if (!has_cover_above(cover.node)) add_topmost(cover.node, one);
    }
    if (as.passage && !cover.open) add_closed(cover.node);
  }
  for (const auto scope : set.scopes) add_precise(scope, one);
}

bool DateTally::has_cover_above(std::uint32_t number) const {
  for (auto at = numbers_.parent(number); at != kNone; at = numbers_.parent(at))
    if (counts_[at].seen_cover >= set_) return true;
  return false;
}

/// What stands above a node that was counted for this set was counted along with it: in all three
/// of these the way up ends there.
void DateTally::add_topmost(std::uint32_t number, const DateCount& one) {
  add_to(counts_[number].topmost, one);
  for (auto at = number; at != kNone && counts_[at].seen_below != set_; at = numbers_.parent(at)) {
    counts_[at].seen_below = set_;
    add_to(counts_[at].at_or_below, one);
  }
}

void DateTally::add_closed(std::uint32_t number) {
  counts_[number].named = true;
  for (auto at = number; at != kNone && counts_[at].seen_closed != set_; at = numbers_.parent(at)) {
    counts_[at].seen_closed = set_;
    ++counts_[at].closed;
  }
}

void DateTally::add_precise(std::uint32_t number, const DateCount& one) {
  make_found(number);
  for (auto at = number; at != kNone && counts_[at].seen_precise != set_;
       at = numbers_.parent(at)) {
    counts_[at].seen_precise = set_;
    add_to(counts_[at].precise, one);
  }
}

void DateTally::make_found(std::uint32_t number) {
  for (auto at = number; at != kNone && !counts_[at].found; at = numbers_.parent(at)) {
    counts_[at].found = true;
    found_.push_back(at);
  }
}

DateCount DateTally::topmost_above(std::uint32_t number) const {
  DateCount count{};
  for (auto at = number; at != kNone; at = numbers_.parent(at))
    if (at < counts_.size()) add_to(count, counts_[at].topmost);
  return count;
}

DateCount DateTally::matching(index::DateNode node, DateMode mode) const {
  DateCount count{};
  // A node that no date lies in may have no number; those above it have one if a date does.
  std::optional above(node);
  auto number = numbers_.known_number(node);
  const bool known = number.has_value() && *number < counts_.size();
  while (!number && above && (above = parent(*above))) number = numbers_.known_number(*above);
  if (mode == DateMode::within) return known ? counts_[*number].precise : count;
  if (number) count = topmost_above(*number);
  // Sets are counted once: of those here and below, topmost here are in both.
  if (mode == DateMode::overlap && known) {
    add_to(count, counts_[*number].at_or_below);
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
