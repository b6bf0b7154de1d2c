#include "analysis/lexicon/lexicon.hpp"

#include <unistd.h>

#include <fstream>
#include <string>

#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

/// A folder with one data file, gone at the end of the test.
class LexiconFolder {
 public:
  LexiconFolder(const std::string& file, const std::string& contents) {
    static int number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("furat-lexicon-" + std::to_string(getpid()) + '-' + std::to_string(number++));
    std::filesystem::create_directories(path_);
    std::ofstream(path_ / file) << contents;
  }
  ~LexiconFolder() { std::filesystem::remove_all(path_); }
  LexiconFolder(const LexiconFolder&) = delete;
  LexiconFolder& operator=(const LexiconFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string message_of_error(const std::string& file, const std::string& contents) {
  const LexiconFolder folder(file, contents);
  try {
    (void)read_lexicon(folder.path());
  } catch (const LexiconError& error) {
    const std::string message = error.what();
    const auto prefix = (folder.path() / "").string();
    REQUIRE(message.starts_with(prefix));
    return message.substr(prefix.size());
  }
  return {};
}

TEST_CASE("a place row is read with all its keys") {
  const LexiconFolder folder("places.toml", R"(
[[place]]
id = "sy-x"
name = "X"
kind = "city"
parent = "sy"
lat = 35
lon = 40.5
aliases = ["al-X", "Ex"]
arabic = ["س"]
demonyms = ["Xish"]
iso = "SY"
seat_of = "x-government"
needs_cue = ["Ex"]
geonameid = 17
admin = "SY.05.3"
)");
  const auto lexicon = read_lexicon(folder.path());
  REQUIRE(lexicon.places.size() == 1);
  const auto& place = lexicon.places.front();
  CHECK(place.id == "sy-x");
  CHECK(place.parent == "sy");
  CHECK(place.latitude == 35.0);
  CHECK(place.longitude == 40.5);
  CHECK(place.aliases == std::vector<std::string>{"al-X", "Ex"});
  CHECK(place.needs_cue == std::vector<std::string>{"Ex"});
  CHECK(place.geonameid == 17);
  CHECK(place.admin == "SY.05.3");
  CHECK(lexicon.actors.empty());
  CHECK(lexicon.version.size() == 16);
}

TEST_CASE("an actor row is read with all its keys") {
  const LexiconFolder folder("actors.toml", R"(
[[actor]]
id = "b"
name = "B Front"
kind = "rebels"
country = "SY"
national = "army"
parent = "a"
from = 2012
to = 2016
successor = "c"
aliases = ["BF"]
needs_country = ["BF"]
)");
  const auto lexicon = read_lexicon(folder.path());
  REQUIRE(lexicon.actors.size() == 1);
  const auto& actor = lexicon.actors.front();
  CHECK(actor.from_year == 2012);
  CHECK(actor.to_year == 2016);
  CHECK(actor.successor == "c");
  CHECK(actor.national == "army");
  CHECK(actor.parents == std::vector<ParentLink>{{.id = "a"}});
  CHECK(actor.needs_country == std::vector<std::string>{"BF"});
}

TEST_CASE("an actor may have several parents, each in its years") {
  const LexiconFolder folder("actors.toml", R"(
[[actor]]
id = "b"
name = "B Front"
kind = "rebels"
parents = [{ id = "a", from = 2012, to = 2016 }, { id = "c" }]
)");
  CHECK(read_lexicon(folder.path()).actors.front().parents ==
        std::vector<ParentLink>{{.id = "a", .from_year = 2012, .to_year = 2016}, {.id = "c"}});
}

TEST_CASE("an error of a data file names file, line, row and key") {
  struct Case {
    std::string file, contents, expected;
  };
  const auto c = GENERATE(
      Case{"places.toml", "[[place]]\nid = \"p\"\nname = \"P\"\nkind = \"city\"\nnmae = \"Q\"\n",
           "places.toml:5: place 1 (\"p\"): unknown key \"nmae\""},
      Case{"places.toml", "[[place]]\nid = \"p\"\nname = \"P\"\nkind = \"city\"\nlat = \"x\"\n",
           "places.toml:5: place 1 (\"p\"): key \"lat\" must be a number"},
      Case{"places.toml", "\n[[place]]\nid = \"p\"\nkind = \"city\"\n",
           "places.toml:2: place 1 (\"p\"): key \"name\" is missing or empty"},
      Case{"places.toml", "[[place]]\nname = \"P\"\nkind = \"city\"\n",
           "places.toml:1: place 1: key \"id\" is missing or empty"},
      Case{"actors.toml",
           "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"state\"\n[[actor]]\nid = \"b\"\n"
           "name = \"B\"\nkind = \"state\"\naliases = [1]\n",
           "actors.toml:9: actor 2 (\"b\"): key \"aliases\" must be a list of strings"},
      Case{"actors.toml", "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"k\"\nfrom = 1.5\n",
           "actors.toml:5: actor 1 (\"a\"): key \"from\" must be a whole number"},
      Case{"actors.toml", "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"k\"\nparents = [\"b\"]\n",
           "actors.toml:5: actor 1 (\"a\"): key \"parents\" must be a list of tables"},
      Case{"actors.toml",
           "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"k\"\nparents = [{ id = \"b\", til = 1 "
           "}]\n",
           "actors.toml:5: actor 1 (\"a\"), parents: unknown key \"til\""},
      Case{"actors.toml",
           "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"k\"\nparent = \"b\"\n"
           "parents = [{ id = \"b\" }]\n",
           "actors.toml:1: actor 1 (\"a\"): has both \"parent\" and \"parents\""},
      Case{"actors.toml", "[[place]]\nid = \"a\"\n", "actors.toml:1: unknown key \"place\""},
      Case{"actors.toml", "actor = 3\n",
           "actors.toml:1: \"actor\" must be a list of tables, [[actor]]"});
  CHECK(message_of_error(c.file, c.contents) == c.expected);
}

Lexicon small_lexicon() {
  Lexicon lexicon;
  lexicon.places = {{.id = "p", .name = "Peak", .kind = "mountain", .aliases = {"Top"}}};
  lexicon.actors = {{.id = "a", .name = "A Army", .kind = "rebels", .parents = {{.id = "b"}}},
                    {.id = "b", .name = "B Army", .kind = "rebels"}};
  lexicon.version = "1";
  const static std::uint32_t kNames[] = {0};
  lexicon.place_names = kNames;
  return lexicon;
}

/// A lexicon with the rows of a file added to it.
Lexicon with_file(const std::string& contents) {
  const LexiconFolder folder("mine.toml", contents);
  auto lexicon = small_lexicon();
  add_lexicon_file(lexicon, folder.path() / "mine.toml");
  return lexicon;
}

TEST_CASE("a file adds rows to a lexicon, and names to rows that it extends") {
  const auto lexicon = with_file(R"(
[[actor]]
id = "c"
name = "C Army"
kind = "rebels"
parent = "a"

[[actor]]
id = "c"
extends = true
aliases = ["CA"]

[[actor]]
id = "a"
extends = true
aliases = ["AA", "AA"]
arabic = ["ج"]
needs_country = ["AA"]
parents = [{ id = "b" }, { id = "c", to = 2011 }]

[[place]]
id = "p"
extends = true
aliases = ["Top", "Summit"]
demonyms = ["Peaker"]
needs_cue = ["Top"]
)");
  REQUIRE(lexicon.actors.size() == 3);
  CHECK(lexicon.actors[2].parents == std::vector<ParentLink>{{.id = "a"}});
  CHECK(lexicon.actors[2].aliases == std::vector<std::string>{"CA"});
  const auto& extended = lexicon.actors[0];
  CHECK(extended.name == "A Army");
  CHECK(extended.aliases == std::vector<std::string>{"AA"});
  CHECK(extended.arabic == std::vector<std::string>{"ج"});
  CHECK(extended.needs_country == std::vector<std::string>{"AA"});
  CHECK(extended.parents == std::vector<ParentLink>{{.id = "b"}, {.id = "c", .to_year = 2011}});
  REQUIRE(lexicon.places.size() == 1);
  CHECK(lexicon.places[0].aliases == std::vector<std::string>{"Top", "Summit"});
  CHECK(lexicon.places[0].demonyms == std::vector<std::string>{"Peaker"});
  CHECK(lexicon.places[0].needs_cue == std::vector<std::string>{"Top"});
}

TEST_CASE("an added file changes the version, and the compiled names only if it has places") {
  const auto actors = with_file("[[actor]]\nid = \"c\"\nname = \"C\"\nkind = \"rebels\"\n");
  CHECK(actors.version != "1");
  CHECK(actors.place_names.size() == 1);
  const auto places = with_file("[[place]]\nid = \"q\"\nname = \"Q\"\nkind = \"city\"\n");
  CHECK(places.version != actors.version);
  CHECK(places.place_names.empty());
}

TEST_CASE("a row that cannot be added is told with file, line and row") {
  struct Case {
    std::string contents, expected;
  };
  const auto c = GENERATE(
      Case{"[[actor]]\nid = \"a\"\nname = \"Other\"\nkind = \"rebels\"\n",
           "mine.toml:1: actor 1 (\"a\"): is in the lexicon already; with extends = true it adds "
           "names "
           "to that row"},
      Case{"\n[[place]]\nid = \"q\"\nextends = true\naliases = [\"Q\"]\n",
           "mine.toml:2: place 1 (\"q\"): extends a row that is not in the lexicon"},
      Case{"[[actor]]\nid = \"a\"\nextends = true\nkind = \"state\"\n",
           "mine.toml:4: actor 1 (\"a\"): unknown key \"kind\""},
      Case{"[[actor]]\nid = \"a\"\nextends = 1\n",
           "mine.toml:3: actor 1 (\"a\"): key \"extends\" must be true or false"},
      Case{"[[actor]]\nextends = true\n", "mine.toml:1: actor 1: key \"id\" is missing or empty"},
      Case{"[[group]]\nid = \"a\"\n", "mine.toml:1: unknown key \"group\""});
  try {
    (void)with_file(c.contents);
    FAIL("was taken");
  } catch (const LexiconError& error) {
    CHECK_THAT(error.what(), Catch::Matchers::EndsWith('/' + c.expected));
  }
  Lexicon lexicon;
  CHECK_THROWS_AS(add_lexicon_file(lexicon, "/nonexistent/mine.toml"), LexiconError);
}

TEST_CASE("a file that is no TOML is refused with its line") {
  CHECK_THAT(message_of_error("places.toml", "[[place]]\nid = \n"),
             Catch::Matchers::StartsWith("places.toml:2: "));
}

TEST_CASE("a folder that is not there is refused") {
  CHECK_THROWS_AS(read_lexicon("/nonexistent/lexicon"), LexiconError);
}

TEST_CASE("the version changes with the data and only with it") {
  const std::string row = "[[place]]\nid = \"p\"\nname = \"P\"\nkind = \"city\"\n";
  const LexiconFolder first("places.toml", row);
  const LexiconFolder same("places.toml", row);
  const LexiconFolder other("places.toml", row + "# more\n");
  CHECK(read_lexicon(first.path()).version == read_lexicon(same.path()).version);
  CHECK(read_lexicon(first.path()).version != read_lexicon(other.path()).version);
}

TEST_CASE("faults are told a sentence each, in row order") {
  Lexicon lexicon;
  lexicon.places = {
      {.id = "a", .name = "Alpha", .kind = "city", .parent = "nowhere"},
      {.id = "a", .name = "Beta", .kind = "city", .seat_of = "nobody"},
      {.id = "c", .name = "Gamma", .kind = "town", .parent = "d", .latitude = 91, .longitude = 0},
      {.id = "d", .name = "Delta", .kind = "town", .parent = "c"},
  };
  lexicon.actors = {
      {.id = "x", .name = "X Army", .kind = "rebels", .country = "SY", .aliases = {"XA"}},
      {.id = "y", .name = "Y Army", .kind = "rebels", .country = "IQ", .aliases = {"XA"}},
  };
  CHECK(faults_of(lexicon) ==
        std::vector<std::string>{
            "place \"a\" has the unknown parent \"nowhere\".",
            "place \"a\" is there twice.",
            "place \"a\" is the seat of the unknown actor \"nobody\".",
            "place \"c\" is its own parent in the end.",
            "place \"c\" has a latitude outside -90..90.",
            "place \"d\" is its own parent in the end.",
            "actor \"y\" shares the name \"xa\" with \"x\" without a condition.",
        });
}

TEST_CASE("parents are checked in every year") {
  Lexicon lexicon;
  lexicon.actors = {
      {.id = "a", .name = "A", .kind = "rebels", .parents = {{.id = "b", .to_year = 2013}}},
      {.id = "b", .name = "B", .kind = "rebels", .parents = {{.id = "a", .from_year = 2014}}},
  };
  CHECK(faults_of(lexicon).empty());
  lexicon.actors[1].parents.front().from_year = 2013;
  CHECK(faults_of(lexicon) ==
        std::vector<std::string>{"actor \"a\" is its own parent in the end.",
                                 "actor \"b\" is its own parent in the end."});
  lexicon.actors[1].parents = {{.id = "c"}, {.id = "nobody"}};
  lexicon.actors.push_back({.id = "c",
                            .name = "C",
                            .kind = "rebels",
                            .parents = {{.id = "b", .from_year = 2016, .to_year = 2015}}});
  CHECK(faults_of(lexicon) == std::vector<std::string>{
                                  "actor \"b\" has the unknown parent \"nobody\".",
                                  "actor \"c\" leaves its parent \"b\" before it joins.",
                              });
}

TEST_CASE("a country has one row for each of its bodies") {
  const auto army_of = [](const char* id, const char* country, const char* body) {
    return ActorEntry{
        .id = id, .name = id, .kind = "state_forces", .country = country, .national = body};
  };
  Lexicon lexicon;
  lexicon.actors = {army_of("a", "SY", "army"), army_of("b", "IQ", "army"),
                    army_of("c", "SY", "navy")};
  CHECK(faults_of(lexicon).empty());
  lexicon.actors.push_back(army_of("d", "SY", "army"));
  lexicon.actors.push_back(army_of("e", "SY", "choir"));
  lexicon.actors.push_back(army_of("f", "", "army"));
  CHECK(faults_of(lexicon) == std::vector<std::string>{
                                  "actor \"d\" is the army of SY like \"a\".",
                                  "actor \"e\" is the unknown national body \"choir\".",
                                  "actor \"f\" is a national body but has no country.",
                              });
}

TEST_CASE("a row or division of GeoNames belongs to one place") {
  Lexicon lexicon;
  lexicon.places = {
      {.id = "a", .name = "Alpha", .kind = "city", .geonameid = 7},
      {.id = "b", .name = "Beta", .kind = "city", .geonameid = 7},
      {.id = "c", .name = "Gamma", .kind = "governorate", .admin = "SY.05"},
      {.id = "d", .name = "Delta", .kind = "district", .admin = "SY.05"},
      {.id = "e", .name = "Epsilon", .kind = "district", .admin = "SY.05.1"},
  };
  CHECK(faults_of(lexicon) == std::vector<std::string>{
                                  "place \"b\" shares its geonameid with \"a\".",
                                  "place \"d\" shares its admin code with \"c\".",
                              });
}

TEST_CASE("an id that is too long for a term is a fault") {
  Lexicon lexicon;
  lexicon.places = {{.id = std::string(100, 'a'), .name = "A", .kind = "city"},
                    {.id = std::string(101, 'b'), .name = "B", .kind = "city"}};
  lexicon.actors = {{.id = std::string(101, 'c'), .name = "C", .kind = "rebels"}};
  CHECK(faults_of(lexicon).size() == 2);
}

TEST_CASE("actors of different countries may share a name on condition") {
  Lexicon lexicon;
  lexicon.actors = {
      {.id = "x", .name = "X", .kind = "rebels", .country = "SY", .needs_country = {"XA"}},
      {.id = "y", .name = "Y", .kind = "rebels", .country = "IQ", .needs_country = {"XA"}},
  };
  CHECK(faults_of(lexicon).empty());
}

}  // namespace
}  // namespace furat::analysis
