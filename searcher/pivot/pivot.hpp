// A table of two dimensions over matching passages.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "furat/pivot.hpp"
#include "index/date_nodes.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// What the filters of a request say of its values.
struct PivotFilters {
  const PlaceRoles& roles;                        ///< in which places count
  std::optional<index::DayInterval> date_bounds;  ///< from the first to the last day asked for
};

/// The table of `passages` (each once, any order); `matched` is left empty. Throws RequestError for
/// a dimension that there is not, and Xapian::Error.
[[nodiscard]] PivotResults count_pivot(const PivotRequest& request,
                                       const std::vector<Xapian::docid>& passages,
                                       const PivotFilters& filters, const GenerationView& view);

}  // namespace furat
