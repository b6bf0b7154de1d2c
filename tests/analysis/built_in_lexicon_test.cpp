// The lexicon as the build compiles it against the files it was compiled from.
#include <algorithm>
#include <filesystem>

#include "analysis/lexicon/lexicon.hpp"
#include "analysis/lexicon/lexicon_image.hpp"
#include "analysis/places/place_names.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

Lexicon small_lexicon() {
  Lexicon lexicon;
  lexicon.version = "0123456789abcdef";
  lexicon.places = {{.id = "sy", .name = "Syria", .kind = "country", .iso = "SY"},
                    {.id = "p",
                     .name = "al-Bāb",
                     .kind = "town",
                     .parent = "sy",
                     .admin = "SY.09.1",
                     .seat_of = "a",
                     .latitude = -0.25,
                     .longitude = 37.5,
                     .geonameid = 17,
                     .aliases = {"Bab", ""},
                     .arabic = {"الباب"},
                     .demonyms = {"Babi"},
                     .needs_cue = {"Bab"}}};
  lexicon.actors = {{.id = "a",
                     .name = "A",
                     .kind = "state",
                     .country = "SY",
                     .national = "army",
                     .parents = {{.id = "b", .to_year = 2016}, {.id = "d", .from_year = 2014}},
                     .successor = "c",
                     .from_year = 2011,
                     .to_year = -3,
                     .aliases = {"AA"},
                     .arabic = {"أ"},
                     .needs_country = {"AAA"}}};
  return lexicon;
}

bool equal(const PlaceEntry& a, const PlaceEntry& b) {
  return a.id == b.id && a.name == b.name && a.kind == b.kind && a.parent == b.parent &&
         a.iso == b.iso && a.admin == b.admin && a.seat_of == b.seat_of &&
         a.latitude == b.latitude && a.longitude == b.longitude && a.geonameid == b.geonameid &&
         a.aliases == b.aliases && a.arabic == b.arabic && a.demonyms == b.demonyms &&
         a.needs_cue == b.needs_cue;
}

bool equal(const ActorEntry& a, const ActorEntry& b) {
  return a.id == b.id && a.name == b.name && a.kind == b.kind && a.country == b.country &&
         a.national == b.national && a.parents == b.parents && a.successor == b.successor &&
         a.from_year == b.from_year && a.to_year == b.to_year && a.aliases == b.aliases &&
         a.arabic == b.arabic && a.needs_country == b.needs_country;
}

template <class Entry>
bool all_equal(const std::vector<Entry>& a, const std::vector<Entry>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Entry& x, const Entry& y) { return equal(x, y); });
}

TEST_CASE("a lexicon is what it was after packing") {
  const auto lexicon = small_lexicon();
  const auto again = unpack_lexicon(pack(lexicon));
  REQUIRE(again);
  CHECK(again->version == lexicon.version);
  CHECK(all_equal(again->places, lexicon.places));
  CHECK(all_equal(again->actors, lexicon.actors));
  CHECK(unpack_lexicon(pack({})));
}

TEST_CASE("bytes that are no packed lexicon are refused") {
  const auto bytes = pack(small_lexicon());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(unpack_lexicon(std::string_view(bytes).substr(0, size)));
  }
  CHECK_FALSE(unpack_lexicon(bytes + '\0'));
  CHECK_FALSE(unpack_lexicon('x' + bytes.substr(1)));
}

TEST_CASE("the lexicon that is built in is that of corpus/lexicon, with the same version") {
  const auto built_in = built_in_lexicon();
  const auto read = read_lexicon(std::filesystem::path(FURAT_SOURCE_DIR) / "corpus" / "lexicon");
  CHECK(built_in.version == read.version);
  CHECK(all_equal(built_in.places, read.places));
  CHECK(all_equal(built_in.actors, read.actors));
}

TEST_CASE("the names that are built in are those of its places") {
  const auto built_in = built_in_lexicon();
  const auto names = names_of_places(built_in.places).build();
  CHECK(std::equal(names.begin(), names.end(), built_in.place_names.begin(),
                   built_in.place_names.end()));
}

}  // namespace
}  // namespace furat::analysis
