// The rows of the lexicon: what the data files in corpus/lexicon say, as plain values.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace furat::analysis {

// Members have initializers so that rows can be written with designators and without warnings.

struct PlaceEntry {
  std::string id{};
  std::string name{};
  std::string kind{};     ///< "city", "oil_field", ...: the list is in corpus/lexicon/README.md
  std::string parent{};   ///< id, empty at the top
  std::string iso{};      ///< countries: ISO 3166 alpha-2
  std::string admin{};    ///< GeoNames code of the division this row is: "SY.05", "SY.05.164625"
  std::string seat_of{};  ///< capitals: id of the government actor the name may stand for
  std::optional<double> latitude{}, longitude{};  ///< degrees
  std::optional<long> geonameid{};                ///< the row of GeoNames for the same place
  std::vector<std::string> aliases{};  ///< further names, Latin script; `name` is not repeated here
  std::vector<std::string> arabic{};
  std::vector<std::string> demonyms{};
  /// Names that count only beside a feature word or place preposition.
  std::vector<std::string> needs_cue{};
};

/// What an actor belongs to, and when. The years count whole: a link of 2012 to 2016 holds in both.
struct ParentLink {
  std::string id{};
  std::optional<int> from_year{}, to_year{};  ///< absent: since ever, until today
  friend bool operator==(const ParentLink&, const ParentLink&) = default;
};

struct ActorEntry {
  std::string id{};
  std::string name{};
  std::string kind{};
  std::string country{};              ///< ISO 3166 alpha-2 or empty
  std::string national{};             ///< which body of `country` this is, see kNationalBodies
  std::vector<ParentLink> parents{};  ///< in the order of the file; empty at the top
  std::string successor{};            ///< id of what it was renamed into, or empty
  std::optional<int> from_year{}, to_year{};
  std::vector<std::string> aliases{};
  std::vector<std::string> arabic{};
  /// Names that count only where the article speaks of `country`.
  std::vector<std::string> needs_country{};
};

/// What actors a lexicon may have; corpus/lexicon/README.md says what each is.
inline constexpr std::array<std::string_view, 10> kActorKinds{"state",
                                                              "state_forces",
                                                              "rebels",
                                                              "political_militia",
                                                              "identity_militia",
                                                              "external_forces",
                                                              "civilians",
                                                              "organisation",
                                                              "person",
                                                              "media"};

/// The bodies that a country has one of, for names such as "Turkish troops" that are made of a
/// demonym and a noun.
inline constexpr std::array<std::string_view, 18> kNationalBodies{"government",
                                                                  "armed_forces",
                                                                  "army",
                                                                  "air_force",
                                                                  "navy",
                                                                  "police",
                                                                  "intelligence",
                                                                  "parliament",
                                                                  "people",
                                                                  "president",
                                                                  "prime_minister",
                                                                  "monarch",
                                                                  "foreign_ministry",
                                                                  "defence_ministry",
                                                                  "interior_ministry",
                                                                  "foreign_minister",
                                                                  "defence_minister",
                                                                  "interior_minister"};

struct Lexicon {
  std::vector<PlaceEntry> places;
  std::vector<ActorEntry> actors;
  std::string version;  ///< digest of the data it was read from
  /// Of the built-in one: the trie of its places' names (names_of_places()), compiled with it.
  std::span<const std::uint32_t> place_names{};
};

/// A data file that cannot be used; the message names file, line and row.
class LexiconError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// corpus/lexicon as it was when the program was built. Of the library furat::world.
[[nodiscard]] Lexicon built_in_lexicon();

/// The same files (`places.toml`, `actors.toml`, each optional) read from a folder. Throws
/// LexiconError.
[[nodiscard]] Lexicon read_lexicon(const std::filesystem::path& folder);

/// Adds the rows of a file with [[place]] and [[actor]] tables, which changes the version. A row
/// with `extends = true` adds names and parents to the row with its id; another one must have an
/// id that is new. Throws LexiconError, with the rows before the one at fault added.
void add_lexicon_file(Lexicon& lexicon, const std::filesystem::path& file);

/// Checks that ids are unique, parents and successors exist without cycles (for dated parents: in
/// no year), no alias has two owners without a condition, no country has two rows for one national
/// body, and no two places claim one row or division of GeoNames. Returns a sentence per fault, in
/// row order; empty when sound.
[[nodiscard]] std::vector<std::string> faults_of(const Lexicon& lexicon);

}  // namespace furat::analysis
