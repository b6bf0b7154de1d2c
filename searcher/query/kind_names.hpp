// The names under which a user may ask for kinds of actors.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace furat {

/// Numbers of the kinds (index/actor_kinds.hpp) with this id, label or other name, in any case,
/// with blanks, hyphens or underscores: "state_forces", "State forces". "militia" means two. None
/// for what is no kind.
[[nodiscard]] std::vector<std::uint32_t> kinds_named(std::string_view name);

/// The ids of all kinds, by number.
[[nodiscard]] std::vector<std::string> kind_ids();

}  // namespace furat
