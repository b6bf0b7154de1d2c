// The actors or places of a search, described: Searcher::values().
#pragma once

#include <xapian.h>

#include <vector>

#include "furat/values.hpp"
#include "searcher/query/filter_query.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// Everything but ValuesResults::matched, in one pass over the facet columns of `passages` (each
/// once, any order). Throws RequestError ("dimension", "name").
[[nodiscard]] ValuesResults list_values(const ValuesRequest& request,
                                        const std::vector<Xapian::docid>& passages,
                                        const PlaceRoles& roles, const FilterSet& filters,
                                        const GenerationView& view);

}  // namespace furat
