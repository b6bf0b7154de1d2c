// Which places, actors or sources count in a passage: what facets and pivots count.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "index/facet_columns.hpp"
#include "searcher/query/place_roles.hpp"

namespace furat {

/// The ordinals of one dimension that a passage has, with all above them; places in the roles that
/// count. `roles` and `columns` must outlive it.
class CountedOrdinals {
 public:
  CountedOrdinals(index::Dimension dimension, const PlaceRoles& roles,
                  const index::FacetColumns& columns);

  /// Ascending, each once. Valid until the next call.
  [[nodiscard]] std::span<const std::uint32_t> of(Xapian::docid passage);

 private:
  index::Dimension dimension_;
  const PlaceRoles& roles_;
  bool in_roles_;
  const index::FacetColumns& columns_;
  std::vector<std::uint32_t> united_;
};

}  // namespace furat
