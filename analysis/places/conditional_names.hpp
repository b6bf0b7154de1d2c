// Names that are also words or persons ("Omar", "Hit", "Paterson") and count only where something
// says "place".
#pragma once

#include <span>
#include <vector>

#include "analysis/places/place_candidate.hpp"

namespace furat::analysis {

/// Removes the readings whose condition stays open, and the candidates that have none left. What
/// meets a condition depends on the doubt: a feature word, a place preposition, a word for the
/// thing itself shortly before ("the largest oil field, al-Omar"), what is said of it ("was
/// recaptured"), a town of its country beside it in a list, a country or division that the article
/// names for certain, or the same name having met it elsewhere in the article. A name that the
/// article gives to a person is a person.
/// `passages[i]` are candidates of `texts[i]`. Returns where names were dropped, by passage.
[[nodiscard]] std::vector<std::vector<TokenRange>> drop_names_without_cue(
    const Gazetteer& gazetteer, const PlaceNames& names, std::span<const TokenizedText> texts,
    std::span<PlaceCandidates> passages);

}  // namespace furat::analysis
