#include "index/place_roles.hpp"

#include "index/schema.hpp"

namespace furat::index {

std::string role_term(std::uint8_t role) {
  return std::string(prefix::kPlaceRole) + std::to_string(role);
}

std::string role_term(std::uint8_t role, std::string_view place_id) {
  return bounded_term(role_term(role) + ':', place_id);
}

std::string named_term(std::uint8_t role, std::string_view place_id) {
  return bounded_term(std::string(prefix::kNamedPlace) + std::to_string(role) + ':', place_id);
}

}  // namespace furat::index
