// A state's bodies and people by its adjective and a noun, and members of a known group: "senior
// Iraqi officials", "the people of Turkey", "the Turks", "SDF fighters".
#pragma once

#include <optional>

#include "analysis/actors/actor_phrase.hpp"

namespace furat::analysis {

/// What is said of the country whose name begins at token `i`.
[[nodiscard]] std::optional<ActorPhrase> national_at(const PhraseContext& context, std::size_t i);

/// Those of a people or faith whose adjective is token `i`: "Kurdish units", "Shia soldiers".
[[nodiscard]] std::optional<ActorPhrase> community_at(const PhraseContext& context, std::size_t i);

/// The known actor whose name begins at token `i`, with the article before it and the nouns behind
/// that speak of its members.
[[nodiscard]] std::optional<ActorPhrase> known_at(const PhraseContext& context, std::size_t i);

}  // namespace furat::analysis
