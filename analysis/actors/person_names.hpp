// Persons by their titles, kunyas and given names: "Foreign Secretary X Y", "Abu X al-Y".
#pragma once

#include <optional>

#include "analysis/actors/actor_phrase.hpp"
#include "analysis/actors/known_places.hpp"

namespace furat::analysis {

/// The person whose title or name begins at token `i`. A name without title or kunya needs a given
/// name, or somebody speaking or described by it; what is a place's name is a person's only behind
/// a title.
[[nodiscard]] std::optional<ActorPhrase> person_at(const PhraseContext& context, std::size_t i,
                                                   const KnownPlaces& places);

/// "the Foreign Secretary", "Prime Minister": an office with capitals and nobody's name behind it.
[[nodiscard]] std::optional<ActorPhrase> office_at(const PhraseContext& context, std::size_t i);

}  // namespace furat::analysis
