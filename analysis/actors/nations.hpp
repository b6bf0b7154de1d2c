// The names and adjectives of countries in a text: "Turkey", "Turkish", "the Turks".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"
#include "analysis/lexicon/name_matcher.hpp"
#include "analysis/places/place_cues.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// A country's name in a text, or the adjective made of it.
struct NationName {
  TokenRange tokens;
  std::string_view iso;    ///< ISO 3166 alpha-2; valid as long as the Nations
  bool adjective = false;  ///< "Turkish", also "Turks"
};

/// Immutable after construction: share one among threads.
class Nations {
 public:
  /// Of the places, those with an ISO code count. Nothing is kept of them.
  explicit Nations(std::span<const PlaceEntry> places);

  /// Ascending, not overlapping.
  [[nodiscard]] std::vector<NationName> names_in(const TokenizedText& text) const;

  /// The country's own name: "Turkey". Empty if there is no such country.
  [[nodiscard]] std::string_view name_of(std::string_view iso) const;

 private:
  struct Nation {
    std::string iso, name;
  };
  [[nodiscard]] static NameTrieBuilder names_of(std::span<const PlaceEntry> places,
                                                std::vector<Nation>& nations);
  std::vector<Nation> nations_;
  NameMatcher matcher_;  ///< payload: twice the number of the nation, plus 1 for an adjective
};

}  // namespace furat::analysis
