// Decides which place an ambiguous name means, from what the whole article says.
#pragma once

#include <span>

#include "analysis/places/place_candidate.hpp"

namespace furat::analysis {

/// "X, Y" where a place Y contains a place X: both names mean these, and need no other cue.
/// Lists of countries look the same; a country's name means a town there only before a state.
void resolve_containment(const Gazetteer& gazetteer, PlaceCandidates& passage);

/// Decides every candidate that has readings left. In order: the only reading; a feature word
/// beside the name; containment as above; then, for each name of the article as a whole (one sense
/// an article), how prominent a place is and what the other places of the article speak for.
/// Equal ones go to the first row of the gazetteer.
void resolve_places(const Gazetteer& gazetteer, const PlaceNames& names,
                    std::span<PlaceCandidates> passages);

}  // namespace furat::analysis
