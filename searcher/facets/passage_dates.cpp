#include "searcher/facets/passage_dates.hpp"

namespace furat {
namespace {

using index::Dimension;

constexpr auto kNone = NodeNumbers::kNone;

/// 128 MB. A passage takes a hundred bytes; those for which there is no room are read each time.
constexpr std::size_t kMostKept = std::size_t{32} << 20;

/// Only while a passage is read.
constexpr std::uint32_t kCover = 32;

}  // namespace

std::span<const MarkedNode> PassageDates::of(Dimension dimension, Xapian::docid passage,
                                             const index::FacetColumns& columns) {
  if (places_.empty()) places_.resize(std::size_t{columns.last_document()} + 1);
  if (passage >= places_.size()) return {};
  const auto& place = places_[passage];
  if (place.count != kUnknown) return std::span(kept_).subspan(place.begin, place.count);
  read(dimension, passage, columns);
  mark_all();
  if (kept_.size() + read_.size() <= kMostKept) {
    places_[passage] = {static_cast<std::uint32_t>(kept_.size()),
                        static_cast<std::uint32_t>(read_.size())};
    kept_.insert(kept_.end(), read_.begin(), read_.end());
  }
  return read_;
}

void PassageDates::read(Dimension dimension, Xapian::docid passage,
                        const index::FacetColumns& columns) {
  covers_.clear();
  scopes_.clear();
  if (dimension == Dimension::published) {
    for (const auto code : columns.values(dimension, passage))
      if (const auto number = nodes_.number_of(code)) {
        covers_.push_back({*number, true});
        scopes_.push_back(*number);
      }
    return;
  }
  for (const auto entry : columns.values(dimension, passage))
    if (const auto number = nodes_.number_of(entry / 2))
      covers_.push_back({*number, (entry & 1U) == 0});
  for (const auto entry : columns.date_scopes(passage))
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
    marks_[node] |= MarkedNode::kNamed;
  }
  for (const auto scope : scopes_) mark_up(scope, MarkedNode::kPrecise);
  read_.clear();
  for (const auto number : marked_) {
    read_.emplace_back(number, marks_[number] & (kCover - 1));
    marks_[number] = 0;
  }
  marked_.clear();
}

/// A node that has the mark has it on all above it too: there the way up ends.
void PassageDates::mark_up(std::uint32_t number, std::uint32_t mark) {
  constexpr std::uint32_t kReached = 64;
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
