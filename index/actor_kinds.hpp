// The kinds of actors: a fixed table, after the scheme of ACLED for armed actors. The numbers stand
// in slot 12 and in the facet columns, the ids in terms and in the lexicon: do not renumber.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace furat::index {

struct ActorKind {
  std::string_view id;     ///< in the lexicon, in terms and in requests
  std::string_view label;  ///< to be shown
};

/// By number.
inline constexpr std::array<ActorKind, 11> kActorKinds{{
    {"state", "states and governments"},
    {"state_forces", "state forces"},
    {"rebels", "rebels"},
    {"political_militia", "political militias"},
    {"identity_militia", "identity militias"},
    {"external_forces", "external forces"},
    {"civilians", "civilians"},
    {"organisation", "organisations"},
    {"person", "persons"},
    {"media", "media"},
    {"armed_group", "armed groups"},  // found in the texts: whose side it is on is unknown
}};

/// nullopt for an id that is no kind.
[[nodiscard]] std::optional<std::uint32_t> actor_kind_number(std::string_view id);

/// nullptr for a number that is no kind.
[[nodiscard]] const ActorKind* actor_kind(std::uint32_t number);

}  // namespace furat::index
