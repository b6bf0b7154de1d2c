// Passages with nearly the same text among those that match: the same report through several
// outlets.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "index/facet_columns.hpp"
#include "searcher/matching/passage_set.hpp"

namespace furat {

/// Matching passages by the one that each is a copy of. Only what is there more than once.
class Copies {
 public:
  /// Of many copies only the first are shown: all need not be put in order.
  static constexpr std::size_t kInOrder = 6;

  /// Knows the copies of all passages.
  Copies(const PassageSet& passages, const index::FacetColumns& columns);
  /// Knows those of the passages of a page.
  Copies(const PassageSet& passages, const std::vector<Xapian::docid>& page,
         const index::FacetColumns& columns);

  /// True for one passage of each set of copies, the earliest that matches, and for every passage
  /// without copies.
  [[nodiscard]] bool is_first(Xapian::docid passage) const;

  /// The other matching copies of a passage, the earliest kInOrder - 1 by time, then the rest.
  [[nodiscard]] std::vector<Xapian::docid> others(Xapian::docid passage) const;

 private:
  void gather(const PassageSet& passages, const PassageSet& originals);

  const index::FacetColumns& columns_;
  std::unordered_map<Xapian::docid, std::vector<Xapian::docid>> by_original_;  // earliest first
};

/// How many passages there are, those with nearly the same text counted once.
[[nodiscard]] std::size_t count_unique(const PassageSet& passages,
                                       const index::FacetColumns& columns);

/// How many articles have a passage that is the first of its copies, or has none.
[[nodiscard]] std::size_t count_articles_of_firsts(const PassageSet& passages,
                                                   const index::FacetColumns& columns);

}  // namespace furat
