#include "searcher/query/place_roles.hpp"

#include <array>

#include "furat/errors.hpp"
#include "index/place_roles.hpp"
#include "index/schema.hpp"

namespace furat {
namespace {

using analysis::PlaceRole;
using Query = Xapian::Query;

constexpr std::array kAllRoles{PlaceRole::at, PlaceRole::of, PlaceRole::says, PlaceRole::in_name,
                               PlaceRole::dateline};

std::vector<std::string> names_of_roles() {
  std::vector<std::string> names;
  for (const auto role : kAllRoles) names.emplace_back(name_of(role));
  names.emplace_back("all");
  return names;
}

}  // namespace

PlaceRoles::PlaceRoles(const std::set<std::string>& names) : roles_(0) {
  for (const auto& name : names) {
    unsigned meant = 0;
    for (const auto role : kAllRoles)
      if (name == name_of(role) || name == "all") meant |= bit(role);
    if (meant == 0)
      throw RequestError("there is no role '" + name + "' of places", "place-roles", name, 0,
                         names_of_roles());
    roles_ |= meant;
  }
  if (roles_ == 0)
    throw RequestError("a place must count in one role at least", "place-roles", "", 0,
                       names_of_roles());
}

void PlaceRoles::append_terms(const std::string& place_id, std::vector<std::string>& terms) const {
  for (const auto role : kAllRoles) {
    if (!has(role)) continue;
    terms.push_back(role == PlaceRole::at
                        ? index::bounded_term(index::prefix::kPlace, place_id)
                        : index::role_term(static_cast<std::uint8_t>(role), place_id));
  }
}

void PlaceRoles::append_named_terms(const std::string& place_id,
                                    std::vector<std::string>& terms) const {
  for (const auto role : kAllRoles)
    if (has(role)) terms.push_back(index::named_term(static_cast<std::uint8_t>(role), place_id));
}

Query PlaceRoles::without_any() const {
  std::vector<std::string> named;
  for (const auto role : kAllRoles)
    if (role != PlaceRole::at && has(role))
      named.push_back(index::role_term(static_cast<std::uint8_t>(role)));
  const auto none = has(PlaceRole::at) ? Query(std::string(index::prefix::kWithout) + "place")
                                       : Query(std::string());
  if (named.empty()) return none;
  return {Query::OP_AND_NOT, none, Query(Query::OP_OR, named.begin(), named.end())};
}

}  // namespace furat
