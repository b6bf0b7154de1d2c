// All phrases of a passage that name actors: at every word the longest one that begins there.
#pragma once

#include <vector>

#include "analysis/actors/actor_phrase.hpp"
#include "analysis/actors/known_places.hpp"

namespace furat::analysis {

/// Ascending, not overlapping.
[[nodiscard]] std::vector<ActorPhrase> actor_phrases(const PhraseContext& context,
                                                     const KnownPlaces& places);

}  // namespace furat::analysis
