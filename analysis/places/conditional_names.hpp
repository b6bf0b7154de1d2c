// Names that are also words or persons ("Omar", "Hit") and count only where something says "place".
#pragma once

#include <span>

#include "analysis/places/place_candidate.hpp"

namespace furat::analysis {

/// Removes the readings whose condition stays open, and the candidates that have none left. A
/// condition is met by a feature word, by a place preposition, by a word for the thing itself
/// shortly before ("the largest oil field, al-Omar"), by what is said of it ("was recaptured"), by
/// a town of its country beside it in a list, or by the same name having met it elsewhere in the
/// article.
/// `passages[i]` are candidates of `texts[i]`.
void drop_names_without_cue(const Gazetteer& gazetteer, const PlaceNames& names,
                            std::span<const TokenizedText> texts,
                            std::span<PlaceCandidates> passages);

}  // namespace furat::analysis
