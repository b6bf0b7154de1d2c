// Whether words are a place's name, asked before places are recognized.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/lexicon/name_matcher.hpp"
#include "analysis/places/gazetteer.hpp"
#include "analysis/places/place_cues.hpp"

namespace furat::analysis {

/// Names of the lexicon's places and of the world's. Immutable after construction; the gazetteer
/// must outlive it.
class KnownPlaces {
 public:
  explicit KnownPlaces(const Gazetteer& gazetteer);

  /// The words from the first to the last are one place's name.
  [[nodiscard]] bool is_name(const TokenizedText& text, TokenRange words) const;
  /// Likewise, of a place of the lexicon.
  [[nodiscard]] bool is_well_known(const TokenizedText& text, TokenRange words) const;

 private:
  std::vector<std::uint32_t> image_;  ///< where the gazetteer has no trie of the lexicon's names
  NameMatcher lexicon_, world_;
};

}  // namespace furat::analysis
