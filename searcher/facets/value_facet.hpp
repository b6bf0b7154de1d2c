// Facet counts of dimensions with a value table: places, actors, sources.
#pragma once

#include "searcher/facets/facet_counter.hpp"

namespace furat {

[[nodiscard]] FacetCounts count_value_facet(index::Dimension dimension,
                                            const std::vector<Xapian::docid>& passages,
                                            const FacetOptions& options,
                                            const GenerationView& view);

}  // namespace furat
