#include "searcher/facets/passage_dates.hpp"

namespace furat {
namespace {

using index::Dimension;

constexpr auto kNone = NodeNumbers::kNone;

/// Only while a passage is read.
constexpr std::uint32_t kCover = MarkedNode::kAllMarks;
constexpr std::uint32_t kReached = 2 * kCover;

}  // namespace

std::span<const MarkedNode> PassageDates::of(Xapian::docid passage) {
  if (const auto kept = kept_.find(passage)) return *kept;
  read(passage);
  mark_all();
  kept_.keep(passage, read_);
  return read_;
}

void PassageDates::read(Xapian::docid passage) {
  covers_.clear();
  scopes_.clear();
  if (dimension_ == Dimension::published) {
    for (const auto code : columns_.values(dimension_, passage))
      if (const auto number = nodes_.number_of(code)) {
        covers_.push_back({*number, true});
        scopes_.push_back(*number);
      }
    return;
  }
  for (const auto entry : columns_.values(dimension_, passage))
    if (const auto number = nodes_.number_of(entry / 2))
      covers_.push_back({*number, (entry & 1U) == 0});
  for (const auto entry : columns_.date_scopes(passage))
    if (const auto number = nodes_.number_of(entry / 2); number && (entry & 1U) == 0)
      scopes_.push_back(*number);
}

void PassageDates::mark_all() {
  if (marks_.size() < nodes_.size()) marks_.resize(nodes_.size());
  for (const auto& cover : covers_) {
    mark_up(cover.node, 0);
    marks_[cover.node] |= kCover;
  }
  for (const auto& [node, closed] : covers_) {
    if (!has_cover_above(node)) {
      mark_up(node, MarkedNode::kBelow);
      marks_[node] |= MarkedNode::kTopmost;
    }
    if (!closed) continue;
    mark_up(node, MarkedNode::kClosed);
    if (nodes_.node(node).level < index::DateLevel::year) marks_[node] |= MarkedNode::kNamed;
  }
  for (const auto scope : scopes_) mark_up(scope, MarkedNode::kPrecise);
  read_.clear();
  for (const auto number : marked_) {
    // The rest of an open date below another one counts nowhere.
    if (const auto marks = marks_[number] % MarkedNode::kAllMarks; marks != 0)
      read_.emplace_back(number, marks);
    marks_[number] = 0;
  }
  marked_.clear();
}

/// A node that has the mark has it on all above it too: there the way up ends.
void PassageDates::mark_up(std::uint32_t number, std::uint32_t mark) {
  for (auto at = number; at != kNone; at = nodes_.parent(at)) {
    const auto before = marks_[at];
    if (before == 0) marked_.push_back(at);
    marks_[at] |= mark | kReached;
    if ((before & kReached) != 0 && (before & mark) == mark) return;
  }
}

bool PassageDates::has_cover_above(std::uint32_t number) const {
  for (auto at = nodes_.parent(number); at != kNone; at = nodes_.parent(at))
    if ((marks_[at] & kCover) != 0) return true;
  return false;
}

}  // namespace furat
