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
  /// `columns` must outlive it; `everything`: how many passages the generation has.
  MatchedPassages(PassageSet set, std::size_t everything, const index::FacetColumns& columns)
      : set_(std::move(set)), count_(set_.count()), everything_(everything), columns_(&columns) {}

  [[nodiscard]] const PassageSet& set() const { return set_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] bool is_everything() const { return count_ == everything_; }

  /// Put in order when first asked for.
  [[nodiscard]] const StoryOrder& in_story_order() const {
    if (!ordered_) ordered_.emplace(set_, *columns_);
    return *ordered_;
  }

 private:
  PassageSet set_;
  std::size_t count_;
  std::size_t everything_;
  const index::FacetColumns* columns_;
  mutable std::optional<StoryOrder> ordered_;
};

}  // namespace furat
