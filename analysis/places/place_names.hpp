// All names of the gazetteer in two matchers, lexicon and world, with what each name demands of its
// surroundings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis/lexicon/name_matcher.hpp"
#include "analysis/places/gazetteer.hpp"
#include "analysis/places/place_cues.hpp"

namespace furat::analysis {

/// A name may count only beside a feature word or a place preposition; what has become of that.
enum class CueCondition : std::uint8_t {
  none,
  open,
  met_by_cue,
  met_by_one_sense,
  met_by_containment
};

/// Why a name needs a cue: what kind of cue is enough for it.
enum class Doubt : std::uint8_t {
  none,
  lexicon,         ///< the lexicon says so
  little_known,    ///< a small place, or a rare name of a larger one
  regional,        ///< a small place of the region the archive is about: credible where no other is
  given_name,      ///< as likely a person
  in_longer_name,  ///< beside another capitalised word: "Melbourne Cup"
  common_word,     ///< as likely an English word at the start of a sentence or in a title
  arabic_word,     ///< a small place in Arabic text, where nothing tells names from words
  code,            ///< "TX": counts behind a town and a comma only
};

/// One place that a matched name may mean.
struct PlaceReading {
  std::uint32_t place = 0;
  bool demonym = false;
  CueCondition condition = CueCondition::none;  ///< none or open, as PlaceNames gives it
  Doubt doubt = Doubt::none;
  bool alternate = false;  ///< a name that is not the place's first
};

/// A name in a text and the places it may mean, ascending. A name that is also a demonym is a name.
struct NamedPlaces {
  TokenRange tokens;
  std::vector<PlaceReading> readings;
};

/// The names of the lexicon's places with what each demands, for PlaceNames alone to read. Built
/// into the program for the built-in lexicon (Lexicon::place_names).
[[nodiscard]] NameTrieBuilder names_of_places(std::span<const PlaceEntry> places);

/// Immutable after construction. The gazetteer must outlive it.
class PlaceNames {
 public:
  explicit PlaceNames(const Gazetteer& gazetteer);

  struct WrittenName;

  /// Leftmost-longest, ascending, not overlapping, each with a reading.
  [[nodiscard]] std::vector<NamedPlaces> matches(const TokenizedText& text) const;

  /// Two settlements of one country.
  [[nodiscard]] bool are_neighbours(std::uint32_t one, std::uint32_t other) const;

  /// The governorate that a settlement gives its name to, and the other way round.
  [[nodiscard]] std::optional<std::uint32_t> namesake(std::uint32_t place) const;

 private:
  using Match = NameMatcher::Match;
  [[nodiscard]] std::vector<PlaceReading> lexicon_readings(const TokenizedText& text,
                                                           const Match& match) const;
  void add_world_readings(const TokenizedText& text, const Match& match,
                          std::vector<PlaceReading>& readings) const;
  void drop_doubles(std::size_t known, std::vector<PlaceReading>& readings) const;
  [[nodiscard]] Doubt doubt_about(const WrittenName& name, std::uint32_t place,
                                  bool alternate) const;
  void link_namesakes();

  const Gazetteer& gazetteer_;
  NameMatcher lexicon_, world_;
  std::vector<std::uint32_t> namesakes_;  // of the lexicon; the place itself where there is none
};

}  // namespace furat::analysis
