// Passages with nearly the same text among those that match: the same report through several
// outlets.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "index/facet_columns.hpp"

namespace furat {

/// How many independent stories the passages tell.
[[nodiscard]] std::size_t count_stories(const std::vector<Xapian::docid>& passages,
                                        const index::FacetColumns& columns);

/// Matching passages by the one that each is a copy of. Only what is there more than once.
class Copies {
 public:
  Copies(const std::vector<Xapian::docid>& passages, const index::FacetColumns& columns);

  /// True for one passage of each set of copies, the earliest that matches, and for every passage
  /// without copies.
  [[nodiscard]] bool is_first(Xapian::docid passage) const;

  /// The other matching copies of a passage, ascending by time.
  [[nodiscard]] std::vector<Xapian::docid> others(Xapian::docid passage) const;

  /// How many passages is_first() holds for.
  [[nodiscard]] std::size_t distinct() const { return distinct_; }

 private:
  const index::FacetColumns& columns_;
  std::unordered_map<Xapian::docid, std::vector<Xapian::docid>> by_original_;  // earliest first
  std::size_t distinct_ = 0;
};

}  // namespace furat
