// The dates of each passage as marked nodes of the calendar: worked out from the columns when a
// passage is first counted, and kept for the next request.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/facet_columns.hpp"
#include "searcher/facets/node_numbers.hpp"

namespace furat {

/// A node that a passage counts at, and as what.
class MarkedNode {
 public:
  enum Mark : std::uint32_t {
    kTopmost = 1,   ///< it is a cover node of a date, and no other one stands above it
    kBelow = 2,     ///< such a node is this one or stands below it
    kClosed = 4,    ///< a cover node of a date with both ends is this one or stands below it
    kNamed = 8,     ///< such a cover node is this one
    kPrecise = 16,  ///< a date with both ends lies in it
  };

  MarkedNode(std::uint32_t number, std::uint32_t marks) : packed_(number << kMarkBits | marks) {}
  [[nodiscard]] std::uint32_t number() const { return packed_ >> kMarkBits; }
  [[nodiscard]] bool has(Mark mark) const { return (packed_ & mark) != 0; }

 private:
  static constexpr unsigned kMarkBits = 5;
  std::uint32_t packed_;
};

/// Of one dimension of one generation. Not for several threads at once.
class PassageDates {
 public:
  /// Each node once, all above it with it; empty for a passage without dates. Valid until the next
  /// call.
  [[nodiscard]] std::span<const MarkedNode> of(index::Dimension dimension, Xapian::docid passage,
                                               const index::FacetColumns& columns);

  [[nodiscard]] const NodeNumbers& nodes() const { return nodes_; }

 private:
  struct Place {
    std::uint32_t begin = 0, count = kUnknown;
  };
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  void read(index::Dimension dimension, Xapian::docid passage, const index::FacetColumns& columns);
  void mark_all();
  void mark_up(std::uint32_t number, std::uint32_t mark);
  [[nodiscard]] bool has_cover_above(std::uint32_t number) const;

  NodeNumbers nodes_;
  std::vector<Place> places_;     ///< by document id
  std::vector<MarkedNode> kept_;  ///< of the passages that have a place
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
