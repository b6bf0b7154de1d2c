#include "index/actor_kinds.hpp"

namespace furat::index {

std::optional<std::uint32_t> actor_kind_number(std::string_view id) {
  for (std::uint32_t number = 0; number < kActorKinds.size(); ++number)
    if (kActorKinds[number].id == id) return number;
  return std::nullopt;
}

const ActorKind* actor_kind(std::uint32_t number) {
  return number < kActorKinds.size() ? &kActorKinds[number] : nullptr;
}

}  // namespace furat::index
