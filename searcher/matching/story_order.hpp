// Matching passages in an order in which all of an article, and all of a story, stand together: so
// that a counter of distinct articles or stories needs to remember the last one only.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/facet_columns.hpp"
#include "searcher/matching/passage_set.hpp"
#include "searcher/view/made_once.hpp"

namespace furat {

/// Numbers of article and story are one more than those of the columns: 0 is none.
struct CountedPassage {
  Xapian::docid passage = 0;
  std::uint32_t article = 0;
  std::uint32_t story = 0;
};

/// Where all passages of a generation stand in that order: what any of them are put in order by,
/// without sorting them again each time.
class StoryRanks {
 public:
  explicit StoryRanks(const index::FacetColumns& columns);

  /// `passages` in their order.
  [[nodiscard]] std::vector<Xapian::docid> ordered(const PassageSet& passages) const;

 private:
  std::vector<Xapian::docid> passages_;  ///< by rank, from 0
  std::vector<std::uint32_t> ranks_;     ///< by passage
};

class StoryOrder {
 public:
  /// `ranks`, those of the generation, are made if the passages do not have the order by
  /// themselves.
  StoryOrder(const PassageSet& passages, const index::FacetColumns& columns,
             MadeOnce<StoryRanks>& ranks);

  [[nodiscard]] const std::vector<CountedPassage>& passages() const { return passages_; }
  [[nodiscard]] std::size_t articles() const { return articles_; }
  [[nodiscard]] std::size_t stories() const { return stories_; }

 private:
  void put_shared_stories_last(std::vector<std::uint32_t> shared);
  void count();

  std::vector<CountedPassage> passages_;
  std::size_t articles_ = 0, stories_ = 0;
};

}  // namespace furat
