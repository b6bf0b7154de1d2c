// Roles of places: how a slot, a facet column and the terms hold places in other roles than `at`,
// and which terms say that a place was named itself. The number
// of a role is that of analysis::PlaceRole, which the index does not know by name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace furat::index {

/// Numbers of roles are below this; stored: do not change.
inline constexpr std::uint32_t kPlaceRoles = 8;
/// The role that slot 1 and the place terms count: where something happened.
inline constexpr std::uint8_t kRoleAt = 0;

/// A place and its role as one number of kSlotPlaceRoles. Ordinals are below 2^29.
[[nodiscard]] constexpr std::uint32_t code_of(std::uint32_t ordinal, std::uint8_t role) {
  return ordinal * kPlaceRoles + role;
}
[[nodiscard]] constexpr std::uint32_t ordinal_in(std::uint32_t code) { return code / kPlaceRoles; }
[[nodiscard]] constexpr std::uint8_t role_in(std::uint32_t code) {
  return static_cast<std::uint8_t>(code % kPlaceRoles);
}

/// Held by the passages that name some place in the role.
[[nodiscard]] std::string role_term(std::uint8_t role);

/// Held by the passages that name the place, or one below it, in the role.
[[nodiscard]] std::string role_term(std::uint8_t role, std::string_view place_id);

/// Held by the passages that name the place itself in the role, `at` included.
[[nodiscard]] std::string named_term(std::uint8_t role, std::string_view place_id);

}  // namespace furat::index
