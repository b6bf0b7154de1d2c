// Facet counts of the kinds of actors: a fixed table, no tree.
#pragma once

#include "searcher/facets/facet_counter.hpp"

namespace furat {

/// The kinds of the actors that passages name themselves, the most frequent first.
[[nodiscard]] FacetCounts count_kind_facet(const MatchedPassages& passages,
                                           const FacetOptions& options, const GenerationView& view);

}  // namespace furat
