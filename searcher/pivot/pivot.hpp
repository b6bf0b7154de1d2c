// A table of two dimensions over matching passages.
#pragma once

#include <xapian.h>

#include <vector>

#include "furat/pivot.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// The table of `passages` (each once, any order), places in these roles; `matched` is left empty.
/// Throws RequestError for a dimension that there is not, and Xapian::Error.
[[nodiscard]] PivotResults count_pivot(const PivotRequest& request,
                                       const std::vector<Xapian::docid>& passages,
                                       const PlaceRoles& roles, const GenerationView& view);

}  // namespace furat
