#include "analysis/places/place_recognizer.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

std::vector<PlaceEntry> test_places() {
  return {
      {.id = "sy",
       .name = "Syria",
       .kind = "country",
       .iso = "SY",
       .arabic = {"سوريا"},
       .demonyms = {"Syrian"}},
      {.id = "iq", .name = "Iraq", .kind = "country", .iso = "IQ", .demonyms = {"Iraqi"}},
      {.id = "us",
       .name = "United States",
       .kind = "country",
       .iso = "US",
       .aliases = {"US", "U.S."},
       .demonyms = {"American"}},
      {.id = "fr", .name = "France", .kind = "country", .iso = "FR", .demonyms = {"French"}},
      {.id = "raqqa-gov",
       .name = "Raqqa Governorate",
       .kind = "governorate",
       .parent = "sy",
       .aliases = {"Raqqa Province"}},
      {.id = "homs-gov",
       .name = "Homs Governorate",
       .kind = "governorate",
       .parent = "sy",
       .aliases = {"Homs countryside"}},
      {.id = "raqqa",
       .name = "Raqqa",
       .kind = "city",
       .parent = "raqqa-gov",
       .aliases = {"Raqqah"},
       .arabic = {"الرقة"}},
      {.id = "homs", .name = "Homs", .kind = "city", .parent = "homs-gov", .aliases = {"Hims"}},
      {.id = "tabqa", .name = "Tabqa", .kind = "city", .parent = "raqqa-gov"},
      {.id = "tabqa-dam",
       .name = "Tabqa Dam",
       .kind = "dam",
       .parent = "raqqa-gov",
       .aliases = {"Tabqa"}},
      {.id = "tabqa-base",
       .name = "Tabqa airbase",
       .kind = "airbase",
       .parent = "raqqa-gov",
       .aliases = {"Tabqa"}},
      {.id = "omar",
       .name = "al-Omar oil field",
       .kind = "oil_field",
       .parent = "sy",
       .aliases = {"Omar", "al-Omar"},
       .needs_cue = {"Omar", "al-Omar"}},
      {.id = "bab", .name = "al-Bab", .kind = "town", .parent = "sy", .needs_cue = {"Bab"}},
      {.id = "hit", .name = "Hit", .kind = "town", .parent = "iq", .needs_cue = {"Hit"}},
      {.id = "damascus",
       .name = "Damascus",
       .kind = "city",
       .parent = "sy",
       .seat_of = "syrian-government",
       .arabic = {"دمشق"}},
      {.id = "tehran", .name = "Tehran", .kind = "city", .seat_of = "iranian-government"},
      {.id = "moscow", .name = "Moscow", .kind = "city", .seat_of = "russian-government"},
      {.id = "mansura-sy", .name = "Mansura", .kind = "town", .parent = "raqqa-gov"},
      {.id = "mansura-iq", .name = "Mansura", .kind = "town", .parent = "iq"},
      {.id = "west-bank", .name = "West Bank", .kind = "region"},
      {.id = "faw", .name = "Fao", .kind = "town", .parent = "iq"},
      {.id = "euphrates", .name = "Euphrates", .kind = "river", .aliases = {"Euphrates River"}},
  };
}

/// Mentions of the passages as "id role rule" without the "place." of the rule.
std::vector<std::string> mentions(const std::vector<std::string>& passages,
                                  const std::vector<std::vector<ByteSpan>>& owned = {}) {
  static const std::vector<PlaceEntry> places = test_places();
  static const Gazetteer gazetteer(places);
  static const PlaceRecognizer recognizer(gazetteer);
  std::vector<TokenizedText> texts;
  for (const auto& passage : passages) texts.push_back(tokenize(passage));
  std::vector<std::string> result;
  for (const auto& passage : recognizer.recognize({texts, std::nullopt}, owned))
    for (const auto& mention : passage)
      result.push_back(places[mention.place].id + ' ' + std::string(name_of(mention.role)) + ' ' +
                       std::string(mention.rule.substr(6)));
  return result;
}

using Mentions = std::vector<std::string>;
struct PlaceCase {
  std::string text;
  Mentions expected;
};

TEST_CASE("a bare name is the city, a feature word makes it the governorate") {
  const auto c =
      GENERATE(PlaceCase{"Fighting went on in Raqqa.", {"raqqa at name"}},
               PlaceCase{"the city of Raqqa and Raqqah city", {"raqqa at name", "raqqa at name"}},
               PlaceCase{"in Raqqa Province", {"raqqa-gov at name"}},
               PlaceCase{"the province of Raqqah", {"raqqa-gov at governorate-cue"}},
               PlaceCase{"Hims's eastern countryside", {"homs-gov at governorate-cue"}},
               PlaceCase{"throughout the provinces of Raqqa and Homs this year",
                         {"raqqa-gov at governorate-cue", "homs-gov at governorate-cue"}},
               PlaceCase{"in Raqqa and Hims provinces",
                         {"raqqa-gov at governorate-cue", "homs-gov at governorate-cue"}},
               PlaceCase{"the province of Raqqah and Homs",
                         {"raqqa-gov at governorate-cue", "homs at name"}},
               PlaceCase{"Mansura countryside near Tabqa countryside",
                         {"mansura-sy at context", "tabqa at context"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a feature word beside an ambiguous name chooses the feature") {
  const auto c = GENERATE(PlaceCase{"the airbase of Tabqa", {"tabqa-base at cue"}},
                          PlaceCase{"the Tabqa military airport", {"tabqa-base at cue"}},
                          PlaceCase{"Tabqa city fell", {"tabqa at cue"}},
                          PlaceCase{"The dam at Tabqa Dam", {"tabqa-dam at name"}},
                          PlaceCase{"Tabqa fell", {"tabqa at context"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a name that is also a word or a person counts only beside a cue") {
  const auto c =
      GENERATE(PlaceCase{"the Omar oil fields", {"omar at cue"}},
               PlaceCase{"near al-Omar that night", {"omar at cue"}},
               PlaceCase{"the largest oil field of the east, al-Omar, was lost", {"omar at cue"}},
               PlaceCase{"Omar was there. Hit hard, he left.", {}},
               PlaceCase{"They met in Omar Bashir and his brother", {}},
               PlaceCase{"a letter to General Omar from Sheikh Omar", {}},
               PlaceCase{"They entered Hit on Monday", {"hit at cue"}},
               PlaceCase{"al-Bab fell while Bab waited", {"bab at name"}},
               PlaceCase{"the town of Bab", {"bab at cue"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a cue found once holds for the name in the whole article, but not for a speaker") {
  CHECK(mentions({"Shells fell on the Omar field.", "Omar lies east. Omar said no.",
                  "Amina Omar left."}) == Mentions{"omar at cue", "omar at one-sense"});
}

TEST_CASE("what only looks like a place is none") {
  const auto c = GENERATE(
      PlaceCase{"General Homs met Mr. Raqqa and Dr Tabqa", {}},
      PlaceCase{"New Mansura is elsewhere", {}}, PlaceCase{"the Jaysh al-Mansura and others", {}},
      PlaceCase{"tell us about FAO", {}}, PlaceCase{"FOLLOW US", {}},
      PlaceCase{"it costs US$40 or $US 40", {}}, PlaceCase{"homs and raqqa", {}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("names of several places are decided by what the article says around them") {
  const auto c =
      GENERATE(PlaceCase{"a market in Mansura, Iraq, near the town",
                         {"mansura-iq at contained", "iq at contained"}},
               PlaceCase{"In Iraq and again in Iraq, at Mansura",
                         {"iq at name", "iq at name", "mansura-iq at context"}},
               PlaceCase{"From Raqqa to Mansura", {"raqqa at name", "mansura-sy at context"}});
  CHECK(mentions({c.text}) == c.expected);
  CHECK(mentions({"Mansura was quiet.", "In Mansura, Iraq, it was not.", "Syria, Syria."}) ==
        Mentions{"mansura-iq at one-sense", "mansura-iq at contained", "iq at contained",
                 "sy at name", "sy at name"});
}

TEST_CASE("demonyms and countries before partisan words are modifiers") {
  const auto c = GENERATE(PlaceCase{"the Syrian side", {"sy of demonym"}},
                          PlaceCase{"US-backed fighters and U.S. troops in the US",
                                    {"us of name", "us of name", "us at name"}},
                          PlaceCase{"US and French flags", {"us of name", "fr of demonym"}},
                          PlaceCase{"in Iraq troops advanced", {"iq at name"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a capital that acts is its government, a capital where things happen is a place") {
  const auto c = GENERATE(
      PlaceCase{"Damascus denied the report", {"damascus says name"}},
      PlaceCase{"Meanwhile Damascus has repeatedly warned of it", {"damascus says name"}},
      PlaceCase{"Moscow would not intervene", {"moscow says name"}},
      PlaceCase{"the army does not know it, but Moscow does.", {"moscow says name"}},
      PlaceCase{"Tehran's interests in the east", {"tehran says name"}},
      PlaceCase{"a deal with Damascus", {"damascus says name"}},
      PlaceCase{"forcing Damascus to withdraw", {"damascus says name"}},
      PlaceCase{"Nothing new, says Moscow.", {"moscow says name"}},
      PlaceCase{"Moscow and Tehran agreed", {"moscow says name", "tehran says name"}},
      PlaceCase{"relations between Tehran and Moscow", {"tehran says name", "moscow says name"}},
      PlaceCase{"the Damascus-Tehran axis", {"damascus says name", "tehran says name"}},
      PlaceCase{"the road between Damascus and Tehran", {"damascus at name", "tehran at name"}},
      PlaceCase{"officials in Damascus said", {"damascus at name"}},
      PlaceCase{"Damascus was shelled", {"damascus at name"}},
      PlaceCase{"Damascus has fallen quiet", {"damascus at name"}},
      PlaceCase{"talks in Moscow", {"moscow at name"}},
      PlaceCase{"Raqqa denied nothing", {"raqqa at name"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a dateline is no scene") {
  const auto c =
      GENERATE(PlaceCase{"DAMASCUS, Oct 4 \u2014 The army said", {"damascus dateline name"}},
               PlaceCase{"RAQQA, Syria -- A column left Homs",
                         {"raqqa dateline contained", "sy dateline contained", "homs at name"}},
               PlaceCase{"A heading\nHOMS \u2014 It rained", {"homs dateline name"}},
               PlaceCase{"Homs \u2014 a city in ruins", {"homs at name"}},
               PlaceCase{"HOMS - THE LAST STAND", {"homs at name"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a place inside an actor's name is marked, a demonym there is left to the actor") {
  const std::string text = "The Raqqa Council and the Syrian Army left Homs.";
  CHECK(mentions({text}, {{{4, 17}, {26, 37}}}) == Mentions{"raqqa in-name name", "homs at name"});
  CHECK(mentions({"Homs city"}, {{{0, 4}}}) == Mentions{"homs at name"});
}

TEST_CASE("a body named after a place is no scene, a facility there is one") {
  const auto c = GENERATE(PlaceCase{"the Raqqa Military Council met", {"raqqa in-name name"}},
                          PlaceCase{"students at Homs University", {"homs at name"}},
                          PlaceCase{"the Homs Times reported", {"homs in-name name"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("headlines in title case and in capitals are read") {
  const auto c =
      GENERATE(PlaceCase{"Army Takes Raqqa From Militants", {"raqqa at name"}},
               PlaceCase{"ARMY ENTERS RAQQA AND HOMS", {"raqqa at name", "homs at name"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("Arabic names are places, with or without an attached particle") {
  CHECK(mentions({"في دمشق والرقة"}) == Mentions{"damascus at name", "raqqa at name"});
}

TEST_CASE("an article without passages has no mentions") {
  CHECK(mentions({}).empty());
  CHECK(mentions({""}).empty());
}

TEST_CASE("a place knows its ancestors and its country") {
  const auto places = test_places();
  const Gazetteer gazetteer(places);
  const auto raqqa = gazetteer.find("raqqa");
  REQUIRE(raqqa);
  CHECK(gazetteer.country(*raqqa) == "SY");
  CHECK(gazetteer.ancestors(*raqqa) ==
        std::vector<std::uint32_t>{*gazetteer.find("raqqa-gov"), *gazetteer.find("sy")});
  CHECK_FALSE(gazetteer.find("nowhere"));
}

TEST_CASE("a name that needs a cue is met by a town beside it in a list") {
  const auto c = GENERATE(
      PlaceCase{"They hold Fao, Hit and the road.", {"faw at name", "hit at cue"}},
      PlaceCase{"Hit and Fao were quiet.", {"hit at cue", "faw at name"}},
      PlaceCase{"Syria and Hit songs", {"sy at name"}}, PlaceCase{"Homs, Hit", {"homs at name"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a name that needs a cue is met by what befalls towns only") {
  const auto c = GENERATE(PlaceCase{"Hit has now been recaptured.", {"hit at cue"}},
                          PlaceCase{"Hit fell on Monday.", {"hit at cue"}},
                          PlaceCase{"Hit was captured.", {}}, PlaceCase{"Hit fell ill.", {}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("a capital is a government as a patron, in its ministries and behind its auxiliary") {
  const auto c = GENERATE(PlaceCase{"Militias supported by Tehran left.", {"tehran says name"}},
                          PlaceCase{"units loyal to Damascus", {"damascus says name"}},
                          PlaceCase{"according to Moscow", {"moscow says name"}},
                          PlaceCase{"Moscow's defence ministry", {"moscow says name"}},
                          PlaceCase{"should Tehran finally agree", {"tehran says name"}},
                          PlaceCase{"Open, says Moscow\n\nThe road", {"moscow says name"}},
                          PlaceCase{"Moscow counted 62 dead.", {"moscow says name"}},
                          PlaceCase{"They drove to Damascus.", {"damascus at name"}},
                          PlaceCase{"Damascus's old town", {"damascus at name"}});
  CHECK(mentions({c.text}) == c.expected);
}

TEST_CASE("for or against a country is a modifier") {
  CHECK(mentions({"pro-US groups and anti-US groups"}) == Mentions{"us of name", "us of name"});
}

TEST_CASE("a direction and a common noun that begin a sentence are no region") {
  CHECK(mentions({"West bank positions held."}).empty());
  CHECK(mentions({"The West Bank held."}) == Mentions{"west-bank at name"});
}

}  // namespace
}  // namespace furat::analysis
