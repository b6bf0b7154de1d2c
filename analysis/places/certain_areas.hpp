// The countries and divisions that an article names beyond doubt: what makes small places in them
// credible.
#pragma once

#include <cstdint>
#include <unordered_set>

#include "analysis/places/place_candidate.hpp"

namespace furat::analysis {

class CertainAreas {
 public:
  explicit CertainAreas(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  /// Counts a candidate if it can mean one place only and needs no cue.
  void add(const PlaceCandidate& candidate);
  /// The country of a place is named, or a certain place in it.
  [[nodiscard]] bool have_country_of(std::uint32_t place) const;

 private:
  const Gazetteer& gazetteer_;
  std::unordered_set<std::uint32_t> countries_;
};

}  // namespace furat::analysis
