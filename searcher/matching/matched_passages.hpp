// The passages that a request matches, and what is counted of them as a whole.
#pragma once

#include <cstddef>
#include <optional>

#include "index/facet_columns.hpp"
#include "searcher/matching/passage_set.hpp"
#include "searcher/matching/story_order.hpp"

namespace furat {

class MatchedPassages {
 public:
  /// `everything`: how many passages the generation has; `columns` and `ranks`, which must outlive
  /// it, are those of the generation.
  MatchedPassages(PassageSet set, std::size_t everything, const index::FacetColumns& columns,
                  MadeOnce<StoryRanks>& ranks)
      : set_(std::move(set)),
        count_(set_.count()),
        everything_(everything),
        columns_(&columns),
        ranks_(&ranks) {}

  [[nodiscard]] const PassageSet& set() const { return set_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] bool is_everything() const { return count_ == everything_; }

  /// Put in order when first asked for.
  [[nodiscard]] const StoryOrder& in_story_order() const {
    if (!ordered_) ordered_.emplace(set_, *columns_, *ranks_);
    return *ordered_;
  }

 private:
  PassageSet set_;
  std::size_t count_;
  std::size_t everything_;
  const index::FacetColumns* columns_;
  MadeOnce<StoryRanks>* ranks_;
  mutable std::optional<StoryOrder> ordered_;
};

}  // namespace furat
