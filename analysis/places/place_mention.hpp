// A place that a text names, where it does, and in what role.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/text/byte_span.hpp"

namespace furat::analysis {

enum class PlaceRole : std::uint8_t {  // stored in the index: do not renumber
  at = 0,                              ///< it happened there
  of = 1,                              ///< modifier: "Russian jets"
  says = 2,                            ///< a capital standing for its government: "Damascus said"
  in_name = 3,                         ///< inside an organisation's name
  dateline = 4,                        ///< "BEIRUT, Oct 4 —"
};

/// "at", "of", "says", "in-name", "dateline": as the outputs write it; empty for a number that is
/// no role.
[[nodiscard]] constexpr std::string_view name_of(PlaceRole role) {
  constexpr std::array<std::string_view, 5> kNames{"at", "of", "says", "in-name", "dateline"};
  const auto number = static_cast<std::size_t>(role);
  return number < kNames.size() ? kNames[number] : std::string_view();
}

/// A place that a name may mean and how much spoke for it; see place_score.hpp.
struct ScoredPlace {
  std::uint32_t place = 0;  ///< row of the gazetteer
  double score = 0;
};

struct PlaceMention {
  ByteSpan span;            ///< of the passage text
  std::uint32_t place = 0;  ///< row of the gazetteer
  PlaceRole role = PlaceRole::at;
  bool unlisted = false;    ///< no list has it: `place` is a bucket for the likes of it
  bool acts = false;        ///< a country that does what states do: it is an actor, too
  std::string_view rule{};  ///< static name of the rule that decided, e.g. "place.name"
  double score = 0;         ///< of the place among those the name may mean; 0 where it means one
  std::vector<ScoredPlace> rejected{};  ///< the best others, at most three, best first
};

}  // namespace furat::analysis
