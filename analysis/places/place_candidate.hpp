// A matched name on its way to being a place mention.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/places/place_cues.hpp"
#include "analysis/places/place_mention.hpp"
#include "analysis/places/place_names.hpp"

namespace furat::analysis {

struct PlaceCandidate {
  static constexpr std::uint32_t kUndecided = std::numeric_limits<std::uint32_t>::max();

  TokenRange tokens;
  std::string name;                    ///< its folded words, joined by spaces
  std::vector<PlaceReading> readings;  ///< what is still possible
  std::vector<PlaceReading> foremost;  ///< the best known of all it may mean, where it is several
  FeatureCue before, after;            ///< feature words, also those shared by coordination
  bool coordinated_with_next = false;  ///< only "and", "or", a comma or a hyphen in between
  bool contained_in_next = false;      ///< only a comma in between: "X, Y"
  bool person = false;                 ///< the words around it make it somebody's name
  bool spots_only = false;             ///< no reading is a country or a division
  bool unlisted = false;               ///< no list has it; its reading is a bucket
  std::string_view found_by;           ///< rule that found it, where it was not its exact name
  std::uint32_t place = kUndecided;
  std::string_view rule;
  double score = 0;
  std::vector<ScoredPlace> rejected;  ///< best first

  [[nodiscard]] bool decided() const { return place != kUndecided; }
  [[nodiscard]] bool demonym() const { return readings.front().demonym; }
  [[nodiscard]] FeatureCue cue() const { return before ? before : after; }
  void decide(std::uint32_t row, std::string_view by_rule) {
    place = row;
    rule = found_by.empty() ? by_rule : found_by;
  }
};

/// The candidates of one passage, ascending.
using PlaceCandidates = std::vector<PlaceCandidate>;

}  // namespace furat::analysis
