// Chooses among the counted values of a dimension those whose name has given words.
#pragma once

#include "furat/facet_values.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// The values of `counts`, which lists all, that the request asks for.
[[nodiscard]] FacetValuesResults search_values(const FacetValuesRequest& request,
                                               const FacetCounts& counts,
                                               const GenerationView& view);

}  // namespace furat
