// Capitalised names that no list has, where the words around them say that they are places: other
// spellings of known places, or places that are new to us.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/places/place_candidate.hpp"
#include "analysis/places/spelling_table.hpp"

namespace furat::analysis {

class CertainAreas;

/// Finds them in the passages of one article and adds them to the candidates, ascending.
class UnknownNames {
 public:
  UnknownNames(const Gazetteer& gazetteer, const PlaceNames& names);  ///< both outlive it

  /// `owned` are the spans of each passage that actors' names own, `dropped` the tokens of known
  /// names that mean no place there: nothing is looked for in them.
  void add(std::span<const TokenizedText> texts, std::span<const std::vector<ByteSpan>> owned,
           std::span<const std::vector<TokenRange>> dropped,
           std::span<PlaceCandidates> passages) const;

 private:
  struct Run;
  [[nodiscard]] std::optional<PlaceCandidate> candidate_of(const TokenizedText& text,
                                                           const Run& run,
                                                           std::span<const PlaceReading> possessive,
                                                           const CertainAreas& areas) const;
  [[nodiscard]] std::vector<PlaceReading> respelled(std::string_view name, FeatureClass feature,
                                                    const CertainAreas& areas) const;
  void prefer_features(const TokenizedText& text, PlaceCandidates& passage,
                       const CertainAreas& areas) const;
  [[nodiscard]] bool has_cues(const TokenizedText& text, const PlaceCandidates& passage,
                              Run& run) const;
  [[nodiscard]] bool has_neighbours(const TokenizedText& text, const PlaceCandidates& passage,
                                    Run& run) const;
  [[nodiscard]] PlaceCandidates found_in(const TokenizedText& text, const PlaceCandidates& passage,
                                         std::span<const ByteSpan> owned,
                                         std::span<const TokenRange> dropped,
                                         const CertainAreas& areas) const;
  [[nodiscard]] std::optional<std::uint32_t> bucket_of(FeatureClass feature) const;

  /// "Syrias": a possessive that lost its apostrophe.
  [[nodiscard]] std::vector<PlaceReading> without_plural(const TokenizedText& text,
                                                         TokenRange name) const;

  const Gazetteer& gazetteer_;
  const PlaceNames& names_;
  SpellingTable spellings_;
};

}  // namespace furat::analysis
