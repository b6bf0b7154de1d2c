// The rows of the lexicon: what the data files in corpus/lexicon say, as plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
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

struct ActorEntry {
  std::string id{};
  std::string name{};
  std::string kind{};
  std::string country{};    ///< ISO 3166 alpha-2 or empty
  std::string parent{};     ///< id, empty at the top
  std::string successor{};  ///< id of what it was renamed into, or empty
  std::optional<int> from_year{}, to_year{};
  std::vector<std::string> aliases{};
  std::vector<std::string> arabic{};
  /// Names that count only where the article speaks of `country`.
  std::vector<std::string> needs_country{};
};

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

/// Checks that ids are unique, parents and successors exist without cycles, no alias has two
/// owners without a condition, and no two places claim one row or division of GeoNames. Returns a
/// sentence per fault, in row order; empty when sound.
[[nodiscard]] std::vector<std::string> faults_of(const Lexicon& lexicon);

}  // namespace furat::analysis
