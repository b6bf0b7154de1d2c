// Which places or actors each matching passage names itself: the facet columns hold those above
// them too.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/schema.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

class NamedValues {
 public:
  /// Reads the postings of the places (in these roles) or actors that `passages` (ascending) have.
  /// Throws Xapian::Error.
  NamedValues(index::Dimension dimension, const std::vector<Xapian::docid>& passages,
              const PlaceRoles& roles, const GenerationView& view);

  /// Ordinals of the values that the passage names itself, each once, ascending. Empty for passages
  /// that were not given.
  [[nodiscard]] std::span<const std::uint32_t> of(Xapian::docid passage) const;

 private:
  std::vector<std::uint32_t> offsets_;  ///< by document id, and one more
  std::vector<std::uint32_t> ordinals_;
};

}  // namespace furat
