// In which roles a place counts for a request: one choice for filters, facet counts, distances and
// the value "none" alike, so that each count equals the hits after selecting.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

#include "analysis/places/place_mention.hpp"

namespace furat {

/// A set of roles; `at` alone unless made from names.
class PlaceRoles {
 public:
  PlaceRoles() = default;

  /// From "at", "of", "says", "in-name", "dateline", or "all" for these five. Throws RequestError
  /// ("place-roles") for any other name and for none.
  explicit PlaceRoles(const std::set<std::string>& names);

  [[nodiscard]] bool has(analysis::PlaceRole role) const { return (roles_ & bit(role)) != 0; }
  [[nodiscard]] bool only_at() const { return roles_ == bit(analysis::PlaceRole::at); }

  /// Adds the terms of the passages that name the place, or one below it, in one of the roles.
  void append_terms(const std::string& place_id, std::vector<std::string>& terms) const;

  /// Adds the terms of the passages that name the place itself in one of the roles.
  void append_named_terms(const std::string& place_id, std::vector<std::string>& terms) const;

  /// The passages that name no place in any of the roles.
  [[nodiscard]] Xapian::Query without_any() const;

 private:
  static constexpr unsigned bit(analysis::PlaceRole role) {
    return 1U << static_cast<unsigned>(role);
  }
  unsigned roles_ = bit(analysis::PlaceRole::at);
};

}  // namespace furat
