// Which places each matching passage names itself: the facet columns hold those above them too.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/query/place_roles.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

class NamedPlaces {
 public:
  /// Reads the postings of the places that `passages` (ascending) have in these roles. Throws
  /// Xapian::Error.
  NamedPlaces(const std::vector<Xapian::docid>& passages, const PlaceRoles& roles,
              const GenerationView& view);

  /// Ordinals of the places that the passage names itself in one of the roles, each once,
  /// ascending. Empty for passages that were not given.
  [[nodiscard]] std::span<const std::uint32_t> of(Xapian::docid passage) const;

 private:
  std::vector<std::uint32_t> offsets_;  ///< by document id, and one more
  std::vector<std::uint32_t> ordinals_;
};

}  // namespace furat
