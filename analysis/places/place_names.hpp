// All names of the gazetteer in one matcher, with what each name demands of its surroundings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis/lexicon/name_matcher.hpp"
#include "analysis/places/gazetteer.hpp"
#include "analysis/places/place_words.hpp"

namespace furat::analysis {

/// A name may count only beside a feature word or a place preposition; what has become of that.
enum class CueCondition : std::uint8_t { none, open, met_by_cue, met_by_one_sense };

/// One place that a matched name may mean.
struct PlaceReading {
  std::uint32_t place = 0;
  bool demonym = false;
  CueCondition condition = CueCondition::none;  ///< none or open, as PlaceNames gives it
};

/// Immutable after construction. The gazetteer must outlive it.
class PlaceNames {
 public:
  explicit PlaceNames(const Gazetteer& gazetteer);

  [[nodiscard]] std::vector<NameMatcher::Match> matches(const TokenizedText& text) const {
    return matcher_.matches(text);
  }

  /// The readings of a match, ascending by place. A name that is also a demonym is a name.
  [[nodiscard]] std::vector<PlaceReading> readings(const TokenizedText& text,
                                                   const NameMatcher::Match& match) const;

  [[nodiscard]] FeatureClass feature_class(std::uint32_t place) const { return classes_[place]; }

  /// Two settlements of one country.
  [[nodiscard]] bool are_neighbours(std::uint32_t one, std::uint32_t other) const;

  /// The governorate that a settlement gives its name to, and the other way round.
  [[nodiscard]] std::optional<std::uint32_t> namesake(std::uint32_t place) const;

 private:
  void add_names_of(std::uint32_t place);
  void link_namesakes();

  const Gazetteer& gazetteer_;
  NameMatcher matcher_;
  std::vector<FeatureClass> classes_;     // by place
  std::vector<std::uint32_t> namesakes_;  // by place; the place itself where there is none
};

}  // namespace furat::analysis
