// Bodies by the heads of their names: "Syrian Computer Society", "Ministry of Health", "Liwa
// al-Quds", "5th Special Forces Group".
#pragma once

#include <optional>
#include <string_view>

#include "analysis/actors/actor_phrase.hpp"

namespace furat::analysis {

/// The body whose name begins at token `i`. English names end in their head, Arabic ones begin with
/// it. Nothing is found in lines where every word has its capital.
[[nodiscard]] std::optional<ActorPhrase> body_at(const PhraseContext& context, std::size_t i);

/// The kind of actor that a body of this name is, as far as its head says.
[[nodiscard]] std::string_view kind_of_body(const PhraseContext& context, const ActorPhrase& body);

}  // namespace furat::analysis
