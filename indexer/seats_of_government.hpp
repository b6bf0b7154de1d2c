// A capital or country that stands for its government names an actor too: "Damascus denied" is the
// Syrian government, and so is "Syria denied". Runs between the recognizers and the index, since it
// needs places and actors alike.
#pragma once

#include <span>
#include <vector>

#include "analysis/actors/actor_lexicon.hpp"
#include "analysis/actors/actor_recognizer.hpp"
#include "analysis/places/gazetteer.hpp"
#include "analysis/places/place_mention.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::indexer {

/// Adds to the `actors` of a passage of `text`, ascending, the government of each place in the role
/// `says` that is the seat of one (rule "actor.seat") and of each country that acts
/// ("actor.state"), unless an actor mention overlaps the place's. Governments that the lexicon has
/// not are added to the article's found actors.
void add_governments(const analysis::TokenizedText& text,
                     std::span<const analysis::PlaceMention> places,
                     const analysis::Gazetteer& gazetteer, const analysis::ActorLexicon& lexicon,
                     std::vector<analysis::FoundActor>& found,
                     std::vector<analysis::ActorMention>& actors);

}  // namespace furat::indexer
