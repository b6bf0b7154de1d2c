// The dates of each passage as marked nodes of the calendar: worked out from the columns when a
// passage is first counted, and kept for all who count later.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "index/facet_columns.hpp"
#include "searcher/facets/kept_dates.hpp"
#include "searcher/facets/marked_node.hpp"
#include "searcher/facets/node_numbers.hpp"

namespace furat {

/// For one thread; what it refers to may be shared.
class PassageDates {
 public:
  PassageDates(index::Dimension dimension, const index::FacetColumns& columns, NodeNumbers& nodes,
               KeptDates& kept)
      : dimension_(dimension), columns_(columns), nodes_(nodes), kept_(kept) {}

  /// Each node once, all above it with it; empty for a passage without dates. Valid until the next
  /// call.
  [[nodiscard]] std::span<const MarkedNode> of(Xapian::docid passage);

  [[nodiscard]] const NodeNumbers& nodes() const { return nodes_; }

 private:
  void read(Xapian::docid passage);
  void mark_all();
  void mark_up(std::uint32_t number, std::uint32_t mark);
  [[nodiscard]] bool has_cover_above(std::uint32_t number) const;

  index::Dimension dimension_;
  const index::FacetColumns& columns_;
  NodeNumbers& nodes_;
  KeptDates& kept_;
  // Of the passage that is being read:
  struct Cover {
    std::uint32_t node;
    bool closed;
  };
  std::vector<Cover> covers_;
  std::vector<std::uint32_t> scopes_;
  std::vector<std::uint32_t> marks_;   ///< by node number; 0 between passages
  std::vector<std::uint32_t> marked_;  ///< numbers of nodes with marks
  std::vector<MarkedNode> read_;
};

}  // namespace furat
