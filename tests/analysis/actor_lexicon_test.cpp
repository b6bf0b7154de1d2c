// Who belonged to whom, in which years.
#include "analysis/actors/actor_lexicon.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

using Ids = std::vector<std::string>;

/// Two renamings, a change of sides, and a brigade with two masters at a time.
std::vector<ActorEntry> test_actors() {
  return {
      {.id = "state", .name = "State", .kind = "state", .country = "SY", .national = "government"},
      {.id = "army",
       .name = "Army",
       .kind = "state_forces",
       .country = "SY",
       .national = "army",
       .parents = {{.id = "state"}}},
      {.id = "network", .name = "Network", .kind = "rebels"},
      {.id = "front",
       .name = "Front",
       .kind = "rebels",
       .parents = {{.id = "network", .from_year = 2012, .to_year = 2016}},
       .successor = "union"},
      {.id = "union", .name = "Union", .kind = "rebels"},
      {.id = "brigade",
       .name = "Brigade",
       .kind = "rebels",
       .parents = {{.id = "front", .to_year = 2013},
                   {.id = "union", .from_year = 2013, .to_year = 2017},
                   {.id = "army", .from_year = 2018},
                   {.id = "state", .from_year = 2019}}},
  };
}

Ids ancestors(const std::string& id, std::optional<YearRange> years = {}) {
  const ActorLexicon lexicon(test_actors());
  Ids ids;
  for (const auto row : lexicon.ancestors(lexicon.find(id).value(), years))
    ids.push_back(lexicon.actors()[row].id);
  return ids;
}

TEST_CASE("an actor has those above it that the years have") {
  CHECK(ancestors("army", YearRange{1950, 1950}) == Ids{"state"});
  CHECK(ancestors("front", YearRange{2011, 2011}).empty());
  CHECK(ancestors("front", YearRange{2012, 2012}) == Ids{"network"});
  CHECK(ancestors("front", YearRange{2016, 2016}) == Ids{"network"});
  CHECK(ancestors("front", YearRange{2017, 2019}).empty());
  CHECK(ancestors("front", YearRange{2010, 2020}) == Ids{"network"});
  CHECK(ancestors("union", YearRange{2016, 2016}).empty());
}

TEST_CASE("the links of those above are followed with the same years") {
  CHECK(ancestors("brigade", YearRange{2011, 2011}) == Ids{"front"});
  CHECK(ancestors("brigade", YearRange{2012, 2012}) == Ids{"front", "network"});
  CHECK(ancestors("brigade", YearRange{2013, 2013}) == Ids{"front", "union", "network"});
  CHECK(ancestors("brigade", YearRange{2014, 2016}) == Ids{"union"});
  CHECK(ancestors("brigade", YearRange{2018, 2018}) == Ids{"army", "state"});
}

TEST_CASE("without years the links count that still hold, else the last one") {
  CHECK(ancestors("brigade") == Ids{"army", "state"});
  CHECK(ancestors("front") == Ids{"network"});
  CHECK(ancestors("state").empty());
}

TEST_CASE("a tree shows an actor under its last parent") {
  auto actors = test_actors();
  const auto last_parent = [&](const char* id) {
    const ActorLexicon lexicon(actors);
    const auto row = lexicon.last_parent(lexicon.find(id).value());
    return row ? lexicon.actors()[*row].id : std::string();
  };
  CHECK(last_parent("brigade") == "state");
  CHECK(last_parent("front") == "network");
  CHECK(last_parent("state").empty());
  actors[5].parents.resize(2);
  CHECK(last_parent("brigade") == "union");
}

TEST_CASE("links that lead back in different years end nowhere") {
  std::vector<ActorEntry> actors{
      {.id = "a", .name = "A", .kind = "rebels", .parents = {{.id = "b", .to_year = 2013}}},
      {.id = "b", .name = "B", .kind = "rebels", .parents = {{.id = "a", .from_year = 2014}}},
      {.id = "c", .name = "C", .kind = "rebels", .parents = {{.id = "c"}, {.id = "nobody"}}}};
  const ActorLexicon lexicon(actors);
  CHECK(lexicon.ancestors(0, YearRange{2012, 2015}) == std::vector<std::uint32_t>{1});
  CHECK(lexicon.ancestors(0) == std::vector<std::uint32_t>{1});
  CHECK(lexicon.ancestors(2).empty());
  // In a tree that shows each once, the link that ended first is cut.
  CHECK_FALSE(lexicon.last_parent(0));
  CHECK(lexicon.last_parent(1) == 0U);
  CHECK_FALSE(lexicon.last_parent(2));
}

TEST_CASE("a body of a country is found by its code and name") {
  const ActorLexicon lexicon(test_actors());
  CHECK(lexicon.national("SY", "army") == lexicon.find("army"));
  CHECK_FALSE(lexicon.national("SY", "navy"));
  CHECK_FALSE(lexicon.national("IQ", "army"));
  CHECK_FALSE(lexicon.national("", ""));
  CHECK_FALSE(lexicon.find("nobody"));
}

}  // namespace
}  // namespace furat::analysis
