// What must be right about the actors that are built in.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "analysis/actors/actor_lexicon.hpp"
#include "analysis/text/fold.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

const ActorLexicon& built_in() {
  static const ActorLexicon lexicon(built_in_lexicon().actors);
  return lexicon;
}

using Ids = std::set<std::string>;

/// Those above an actor in a year.
Ids above(const std::string& id, int year) {
  const auto& lexicon = built_in();
  Ids ids;
  for (const auto row : lexicon.ancestors(lexicon.find(id).value(), YearRange{year, year}))
    ids.insert(lexicon.actors()[row].id);
  return ids;
}

/// By folded name the actors that have it, on condition or without.
std::map<std::string, Ids> all_owners() {
  std::map<std::string, Ids> owners;
  for (const auto& actor : built_in().actors()) {
    auto names = actor.aliases;
    names.push_back(actor.name);
    names.insert(names.end(), actor.arabic.begin(), actor.arabic.end());
    for (const auto& name : names) owners[fold_name(name)].insert(actor.id);
  }
  return owners;
}

const Ids& owners(const std::string& name) {
  static const Ids nobody;
  static const auto owners = all_owners();
  const auto found = owners.find(fold_name(name));
  return found == owners.end() ? nobody : found->second;
}

TEST_CASE("the rows of actors are of the kinds that the README has") {
  const Ids kinds(kActorKinds.begin(), kActorKinds.end());
  Ids countries;
  for (const auto& place : built_in_lexicon().places)
    if (!place.iso.empty()) countries.insert(place.iso);
  for (const auto& actor : built_in().actors()) {
    INFO(actor.id);
    CHECK(kinds.contains(actor.kind));
    CHECK((actor.country.empty() || countries.contains(actor.country)));
  }
}

TEST_CASE("no actor of the lexicon has a name twice") {
  for (const auto& actor : built_in().actors()) {
    auto names = actor.aliases;
    names.push_back(actor.name);
    std::sort(names.begin(), names.end());
    INFO(actor.id);
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  }
}

TEST_CASE("a name that needs the country is one that the row has") {
  for (const auto& actor : built_in().actors())
    for (const auto& name : actor.needs_country) {
      INFO(actor.id << ' ' << name);
      CHECK(owners(name).contains(actor.id));
    }
}

TEST_CASE("who changed sides is counted where he was") {
  CHECK(above("jabhat-al-nusra", 2016) == Ids{"al-qaeda"});
  CHECK(above("jabhat-al-nusra", 2018).empty());
  CHECK_FALSE(above("hts", 2018).contains("al-qaeda"));
  CHECK(above("sultan-murad", 2015) == Ids{"fsa"});
  CHECK(above("sultan-murad", 2018) == Ids{"sna"});
  CHECK_FALSE(above("badr", 2012).contains("pmu"));
  CHECK(above("badr", 2016).contains("pmu"));
  CHECK(above("ypg", 2013) == Ids{"pyd"});
  CHECK(above("ypg", 2017) == Ids{"sdf"});
  CHECK(above("suhayl-al-hassan", 2017).contains("tiger-forces"));
  CHECK(above("suhayl-al-hassan", 2021).contains("25th-division"));
}

TEST_CASE("a renaming leads on to the last name") {
  const auto last = [](std::string id) {
    const auto& lexicon = built_in();
    while (true) {
      const auto& next = lexicon.actors()[lexicon.find(id).value()].successor;
      if (next.empty()) return id;
      id = next;
    }
  };
  CHECK(last("jabhat-al-nusra") == "hts");
  CHECK(last("jtj") == "isis");
  CHECK(last("tiger-forces") == "25th-division");
  CHECK(last("rojava-administration") == "aanes");
}

TEST_CASE("other names of a body are its names") {
  struct Case {
    std::string name, id;
  };
  const auto c =
      GENERATE(Case{"Tigers force", "tiger-forces"}, Case{"5th Legion", "5th-assault-corps"},
               Case{"Army of Mahdi", "mahdi-army"}, Case{"ALF", "afrin-liberation-forces"},
               Case{"Kurds", "kurdish-forces"}, Case{"Shia soldiers", "shia-militias"},
               Case{"Valery Asapov", "valery-asapov"}, Case{"Javad Zarif", "javad-zarif"},
               Case{"CJTF-OIR", "cjtf-oir"}, Case{"Downing Street", "downing-street"},
               Case{"هيئة تحرير الشام", "hts"});
  INFO(c.name);
  CHECK(owners(c.name) == Ids{c.id});
}

TEST_CASE("the bodies of the states that the archive is about are known") {
  const auto id_of = [](const char* iso, const char* body) {
    const auto row = built_in().national(iso, body);
    return row ? built_in().actors()[*row].id : std::string();
  };
  CHECK(id_of("SY", "army") == "syrian-arab-army");
  CHECK(id_of("IQ", "foreign_ministry") == "iraqi-mfa");
  CHECK(id_of("US", "defence_ministry") == "pentagon");
  CHECK(id_of("TR", "armed_forces") == "turkish-armed-forces");
  CHECK(id_of("IL", "parliament") == "knesset");
}

}  // namespace
}  // namespace furat::analysis
