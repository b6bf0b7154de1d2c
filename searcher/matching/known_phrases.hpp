// Phrases of a query whose passages are known by now: to rank those, no positions need be read
// again.
#pragma once

#include <xapian.h>

#include "searcher/view/generation_view.hpp"

namespace furat {

/// `query`, which finds the same with the same scores, where each phrase and NEAR that the view has
/// kept the passages of (matching_passages()) is its words with these passages as a filter. Not
/// those inside of synonyms and scaled parts. It is valid as long as the request has the view.
[[nodiscard]] Xapian::Query with_known_phrases(const Xapian::Query& query,
                                               const GenerationView& view);

}  // namespace furat
