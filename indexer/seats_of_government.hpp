// A capital that stands for its government names an actor too: "Damascus denied" is the Syrian
// government. Runs between the recognizers and the index, since it needs places and actors alike.
#pragma once

#include <span>
#include <vector>

#include "analysis/actors/actor_lexicon.hpp"
#include "analysis/actors/actor_recognizer.hpp"
#include "analysis/places/gazetteer.hpp"
#include "analysis/places/place_mention.hpp"

namespace furat::indexer {

/// Adds to the `actors` of a passage, ascending, the government (rule "actor.seat") of each place
/// in the role `says` that is the seat of one, unless an actor mention overlaps the place's.
void add_governments(std::span<const analysis::PlaceMention> places,
                     const analysis::Gazetteer& gazetteer, const analysis::ActorLexicon& lexicon,
                     std::vector<analysis::ActorMention>& actors);

}  // namespace furat::indexer
