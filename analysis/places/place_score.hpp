// How much speaks for one of the places a name may mean: how well known it is, and what else the
// article names. After extraction.md 1.4: a prior by population, evidence of countries and
// divisions, votes of places near by.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "analysis/places/gazetteer.hpp"
#include "analysis/places/place_names.hpp"

namespace furat::analysis {

/// How well known a place is, whatever the article: about the decimal logarithm of its people.
[[nodiscard]] double prominence(const Gazetteer& gazetteer, const PlaceReading& reading);

/// Those of several readings that are likeliest beforehand, at most four, best first; none of one.
[[nodiscard]] std::vector<PlaceReading> foremost_of(const Gazetteer& gazetteer,
                                                    std::span<const PlaceReading> readings);

/// What the places named in an article speak for. Each place counts once, however often it is
/// named.
class ArticlePlaces {
 public:
  explicit ArticlePlaces(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  void add(std::uint32_t place);

  /// Evidence for a place from the others: of its country, its division, its neighbourhood.
  [[nodiscard]] double support(std::uint32_t place) const;

 private:
  struct Named {
    std::uint32_t place = 0;
    Position position;
  };
  [[nodiscard]] double votes_near(std::uint32_t place) const;

  const Gazetteer& gazetteer_;
  std::unordered_map<std::uint32_t, int> named_;   // places themselves
  std::unordered_map<std::uint32_t, int> inside_;  // distinct places by what contains them
  std::vector<Named> spots_;
};

}  // namespace furat::analysis
