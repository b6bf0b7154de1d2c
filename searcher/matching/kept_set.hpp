// A set of passages as it is kept between requests: in as few bytes as it takes.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "searcher/matching/passage_set.hpp"

namespace furat {

/// A bitmap, or of few passages the list of them. Does not change.
class KeptSet {
 public:
  explicit KeptSet(PassageSet set) : room_(set.room()) {
    if (set.count() * sizeof(Xapian::docid) < set.bytes())
      passages_ = set.ids();
    else
      bitmap_ = std::move(set);
  }

  void add_to(PassageSet& set) const {
    if (bitmap_) set |= *bitmap_;
    for (const auto passage : passages_) set.add(passage);
  }

  [[nodiscard]] PassageSet set() const {
    PassageSet set(room_);
    add_to(set);
    return set;
  }

  [[nodiscard]] std::size_t bytes() const {
    return sizeof(*this) + (bitmap_ ? bitmap_->bytes() : 0) +
           passages_.size() * sizeof(Xapian::docid);
  }

 private:
  Xapian::docid room_;
  std::optional<PassageSet> bitmap_;
  std::vector<Xapian::docid> passages_;
};

}  // namespace furat
