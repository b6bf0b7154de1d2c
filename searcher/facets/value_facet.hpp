// Facet counts of dimensions with a value table: places, actors, sources.
#pragma once

#include "searcher/facets/facet_counter.hpp"
#include "searcher/facets/value_tally.hpp"

namespace furat {

/// How many have each value of a dimension that is counted by ordinals. Valid until the dimension
/// is counted again.
[[nodiscard]] const ValueTally& count_values(index::Dimension dimension,
                                             const MatchedPassages& passages,
                                             const PlaceRoles& roles, const GenerationView& view);

/// Enters what has no value.
void set_without(const DistinctCount& count, FacetCounts& facet);

[[nodiscard]] FacetCounts count_value_facet(index::Dimension dimension,
                                            const MatchedPassages& passages,
                                            const FacetOptions& options,
                                            const GenerationView& view);

}  // namespace furat
