#include "analysis/actors/actor_recognizer.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

std::vector<PlaceEntry> test_places() {
  return {{.id = "sy", .name = "Syria", .kind = "country", .iso = "SY", .demonyms = {"Syrian"}},
          {.id = "so", .name = "Somalia", .kind = "country", .iso = "SO", .demonyms = {"Somali"}},
          {.id = "hama", .name = "Hama", .kind = "city", .parent = "sy"}};
}

std::vector<ActorEntry> test_actors() {
  return {
      {.id = "saa",
       .name = "Syrian Arab Army",
       .kind = "state_forces",
       .country = "SY",
       .aliases = {"SAA", "Syrian army"},
       .arabic = {"الجيش السوري"}},
      {.id = "tiger",
       .name = "Tiger Forces",
       .kind = "state_forces",
       .country = "SY",
       .parents = {{.id = "saa"}}},
      {.id = "isis", .name = "Islamic State", .kind = "rebels", .aliases = {"ISIS", "IS"}},
      {.id = "syrian-sna",
       .name = "Syrian National Army",
       .kind = "rebels",
       .country = "SY",
       .needs_country = {"SNA"}},
      {.id = "somali-sna",
       .name = "Somali National Army",
       .kind = "state_forces",
       .country = "SO",
       .needs_country = {"SNA"}},
      {.id = "5th-corps",
       .name = "5th Assault Corps",
       .kind = "state_forces",
       .country = "SY",
       .aliases = {"5th Corps"},
       .needs_country = {"5th Corps"}},
      {.id = "government-forces",
       .name = "Syrian government forces",
       .kind = "state_forces",
       .country = "SY",
       .needs_country = {"government forces"}},
      {.id = "coalition",
       .name = "US-led coalition",
       .kind = "external_forces",
       .aliases = {"Coalition"}},
      {.id = "saudi-coalition", .name = "Saudi-led coalition", .kind = "external_forces"},
      {.id = "monitor", .name = "Al-Monitor", .kind = "media"},
      {.id = "kurds", .name = "Kurdish forces", .kind = "rebels", .aliases = {"the Kurds"}},
      {.id = "rahman", .name = "Tariq Rahman", .kind = "person", .country = "SY"},
      {.id = "nuri", .name = "Salih Nuri", .kind = "person", .aliases = {"Nuri"}},
      {.id = "yusuf-a", .name = "Ali Yusuf", .kind = "person"},
      {.id = "yusuf-b", .name = "Karim al-Yusuf", .kind = "person"},
  };
}

/// Mentions of the passages as "id rule: text" without the "actor." of the rule.
std::vector<std::string> mentions(const std::vector<std::string>& passages) {
  static const std::vector<ActorEntry> actors = test_actors();
  static const ActorLexicon lexicon(actors);
  static const auto places = test_places();
  static const Gazetteer gazetteer(places);
  static const ActorRecognizer recognizer(lexicon, gazetteer);
  std::vector<TokenizedText> texts;
  for (const auto& passage : passages) texts.push_back(tokenize(passage));
  const auto found = recognizer.recognize({texts, std::nullopt});
  std::vector<std::string> result;
  for (std::size_t p = 0; p < found.passages.size(); ++p)
    for (const auto& mention : found.passages[p])
      result.push_back((mention.actor < actors.size()
                            ? actors[mention.actor].id
                            : found.found[mention.actor - actors.size()].id) +
                       ' ' + std::string(mention.rule.substr(6)) + ": " +
                       std::string(mention.name.of(passages[p])));
  return result;
}

using Mentions = std::vector<std::string>;
struct ActorCase {
  std::string text;
  Mentions expected;
};

TEST_CASE("the longest known name is the actor") {
  const auto c = GENERATE(ActorCase{"The Syrian Arab Army (SAA) left.",
                                    {"saa name: Syrian Arab Army", "saa name: SAA"}},
                          ActorCase{"Tiger Forces\u2019 men, the Syrian army's men",
                                    {"tiger name: Tiger Forces", "saa name: Syrian army"}},
                          ActorCase{"an ISIS-held village", {"isis name: ISIS"}},
                          ActorCase{"the islamic state of mind", {}},
                          ActorCase{"the Kurds and Kurds", {"kurds name: the Kurds"}},
                          ActorCase{"انسحب الجيش السوري للجيش السوري",
                                    {"saa name: الجيش السوري", "saa name: للجيش السوري"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("in a line of capitals an acronym that is a function word is that word") {
  CHECK(mentions({"THIS TOWN IS EMPTY", "IS men fled"}) == Mentions{"isis name: IS"});
}

TEST_CASE("a shared or common name counts only where the article speaks of its country") {
  const auto c = GENERATE(
      ActorCase{"The SNA advanced.", {}},
      ActorCase{"In Syria the SNA advanced.", {"syrian-sna country: SNA"}},
      ActorCase{"Somali police and the SNA met in Somalia, far from Syria.",
                {"so-police national: Somali police", "somali-sna country: SNA"}},
      ActorCase{"Syria, Somalia and the SNA.", {}},
      ActorCase{"Near Hama the 5th Corps halted.", {"5th-corps country: 5th Corps"}},
      ActorCase{"The SAA sent the 5th Corps.", {"saa name: SAA", "5th-corps country: 5th Corps"}},
      ActorCase{"The 5th Corps halted.", {"found-body-5th-corps body-number: 5th Corps"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a description belongs to the country the article speaks of most") {
  CHECK(mentions({"In Syria, government forces fled."}) ==
        Mentions{"government-forces country: government forces"});
  CHECK(mentions({"In Somalia, a Somali town, government forces fled, unlike in Syria."}).empty());
}

TEST_CASE("evidence may stand in another passage of the article") {
  CHECK(mentions({"The SNA advanced.", "Later, in Syria."}) == Mentions{"syrian-sna country: SNA"});
}

TEST_CASE("a surname is the person whose full name the article gives, before it too") {
  CHECK(mentions({"Rahman came. General Tariq Rahman spoke; then Rahman's men left.",
                  "President Rahman."}) ==
        Mentions{"rahman surname: Rahman", "rahman name: Tariq Rahman", "rahman surname: Rahman",
                 "rahman surname: Rahman"});
  CHECK(
      mentions({"General Tariq Rahman spoke.", "Rahman and Amina Rahman."}) ==
      Mentions{"rahman name: Tariq Rahman", "found-person-amina-rahman person-name: Amina Rahman"});
}

TEST_CASE("a surname that two named persons share names neither") {
  CHECK(mentions({"Ali Yusuf met Karim al-Yusuf. Yusuf left."}) ==
        Mentions{"yusuf-a name: Ali Yusuf", "yusuf-b name: Karim al-Yusuf"});
  CHECK(mentions({"Karim al-Yusuf came. al-Yusuf left."}) ==
        Mentions{"yusuf-b name: Karim al-Yusuf", "yusuf-b surname: al-Yusuf"});
}

TEST_CASE("a surname known as an alias does not catch a relative") {
  CHECK(mentions({"Then Nuri spoke, as President Nuri, before Layla Nuri."}) ==
        Mentions{"nuri name: Nuri", "nuri name: Nuri",
                 "found-person-layla-nuri person-name: Layla Nuri"});
}

TEST_CASE("titles stay outside a person's span") {
  CHECK(mentions({"the Russian General Salih\nNuri"}) == Mentions{"nuri name: Salih\nNuri"});
}

TEST_CASE("the coalition is the one that the article has named, if it named only one") {
  CHECK(
      mentions({"The coalition waited. The US-led coalition flew.", "Then the coalition left."}) ==
      Mentions{"coalition name: US-led coalition", "coalition short-name: coalition"});
  CHECK(mentions({"The US-led coalition met the coalition government, the coalition of parties and "
                  "the coalition-held hill."}) == Mentions{"coalition name: US-led coalition"});
  CHECK(mentions({"The US-led coalition and the Saudi-led coalition flew; the coalition left."}) ==
        Mentions{"coalition name: US-led coalition", "saudi-coalition name: Saudi-led coalition"});
}

TEST_CASE("a common noun that ends a longer name is not the body called by it") {
  const auto c = GENERATE(ActorCase{"Men of the Coalition left.", {"coalition name: Coalition"}},
                          ActorCase{"The Purple Coalition left.",
                                    {"found-body-purple-coalition body-head: Purple Coalition"}},
                          ActorCase{"He wrote in Al-Monitor.", {"monitor name: Al-Monitor"}},
                          ActorCase{"He wrote in the Basin Monitor.", {}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a month before a surname is no given name") {
  CHECK(mentions({"General Tariq Rahman came. On 9 December Rahman left."}) ==
        Mentions{"rahman name: Tariq Rahman", "rahman surname: Rahman"});
}

TEST_CASE("an article without passages has no actors") {
  CHECK(mentions({}).empty());
  CHECK(mentions({""}).empty());
}

}  // namespace
}  // namespace furat::analysis
