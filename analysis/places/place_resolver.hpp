// Decides which place an ambiguous name means, from what the whole article says.
#pragma once

#include <span>

#include "analysis/places/place_candidate.hpp"

namespace furat::analysis {

/// Decides every candidate that has readings left. In order: the only reading; a feature word
/// beside the name; "X, Y" where Y contains X; the sense the name has elsewhere in the article; the
/// countries the article speaks of, then prominence. Equal candidates go to the first row of the
/// gazetteer.
void resolve_places(const Gazetteer& gazetteer, const PlaceNames& names,
                    std::span<PlaceCandidates> passages);

}  // namespace furat::analysis
