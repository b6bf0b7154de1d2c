// Which places the recognizer finds in sentences of our own, with the data that is built in.
#include <string>
#include <vector>

#include "analysis/places/place_recognizer.hpp"
#include "analysis/places/world_gazetteer.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

struct World {
  Lexicon lexicon = built_in_lexicon();
  Gazetteer gazetteer{lexicon.places, world_gazetteer()};
  PlaceRecognizer recognizer{gazetteer};
};

const World& world() {
  static const World known;
  return known;
}

/// "text=id" of each mention of an article of one passage, with the role where it is not `at`.
std::vector<std::string> places(const std::string& text) {
  const std::vector<TokenizedText> texts{tokenize(text)};
  std::vector<std::string> found;
  const auto passages = world().recognizer.recognize({texts, std::nullopt}, {});
  for (const auto& mention : passages.front()) {
    auto row = std::string(mention.span.of(text)) + "=" + world().gazetteer.id(mention.place);
    if (mention.role != PlaceRole::at) row += " " + std::string(name_of(mention.role));
    found.push_back(std::move(row));
  }
  return found;
}

using Found = std::vector<std::string>;
struct Case {
  std::string text;
  Found expected;
};

TEST_CASE("what a place lies in decides which one it is") {
  const auto c = GENERATE(
      Case{"Police in Paris, Texas, made an arrest.", {"Paris=gn-4717560", "Texas=us.tx"}},
      Case{"He flew to Paris and Berlin.", {"Paris=fr-paris", "Berlin=de-berlin"}},
      Case{"A man from Springfield, Ill., was held.", {"Springfield=gn-4250542", "Ill=us.il"}},
      Case{"It is in Jackson, Miss., they say.", {"Jackson=gn-4431410", "Miss=us.ms"}},
      Case{"Crews came from Oregon, Washington, and Idaho.",
           {"Oregon=us.or", "Washington=us-washington", "Idaho=us.id"}});
  CHECK(places(c.text) == c.expected);
}

TEST_CASE("the rest of the article decides which one it is") {
  CHECK(places("The mayor of London, Ontario, resigned. In London and in Hamilton it rained.") ==
        Found{"London=gn-6058560", "Ontario=ca.08", "London=gn-6058560", "Hamilton=gn-5969782"});
  CHECK(
      places("Shells fell in Homs and Hama. In Tripoli, Lebanon, people fled. Tripoli is full.") ==
      Found{"Homs=sy-homs", "Hama=sy-hama", "Tripoli=lb-tripoli", "Lebanon=lb",
            "Tripoli=lb-tripoli"});
}

TEST_CASE("persons, bodies, diseases and months are no places") {
  const auto text =
      GENERATE(as<std::string>(), "Paris Hilton met Jordan Spieth.", "Dr. Houston left.",
               "The Marburg virus spread.", "It began in March and ended in August.",
               "The Chicago Bears beat the Boston Celtics.", "The Taliban attacked.",
               "The White House said so.", "Council members met in Spring.",
               "David Paterson resigned. Paterson said so himself.");
  CAPTURE(text);
  CHECK(places(text).empty());
}

TEST_CASE("a feature word with a capital makes another name of it") {
  CHECK(places("She walked along Islington Bay.") == Found{"Islington Bay=x-unlisted-natural"});
  CHECK(places("In Washington state, fires burn near Spokane.") ==
        Found{"Washington=us.wa", "Spokane=gn-5811696"});
}

TEST_CASE("places that no list has are found by the words around them") {
  const auto c =
      GENERATE(Case{"They came to the village of Qwbrtya.", {"Qwbrtya=x-unlisted-settlement"}},
               Case{"The Brtaqwi oil field burned.", {"Brtaqwi=x-unlisted-site"}},
               Case{"They reached Lake Brtaqwi.", {"Lake Brtaqwi=x-unlisted-natural"}},
               Case{"Fighting in Brtaqwi, Raqqa and Homs went on.",
                    {"Brtaqwi=x-unlisted-settlement", "Raqqa=sy-raqqa", "Homs=sy-homs"}},
               Case{"Brtaqwi fell silent.", {}});
  CHECK(places(c.text) == c.expected);
}

TEST_CASE("other spellings of known places are these, where their country is spoken of") {
  CHECK(places("In Syria, army units entered Dayr az Zorr near Homs.") ==
        Found{"Syria=sy", "Dayr az Zorr=sy-deir-ez-zor", "Homs=sy-homs"});
  CHECK(places("In Syria, the al-Haill field was captured.") ==
        Found{"Syria=sy", "al-Haill=sy-hayl-field"});
  CHECK(places("Syrias army is in Aleppo.") == Found{"Syrias=sy", "Aleppo=sy-aleppo"});
}

TEST_CASE("countries that are listed as taking part are no scenes") {
  CHECK(
      places("Nations which have flown missions over Iraq include Canada, Denmark, and France.") ==
      Found{"Iraq=iq", "Canada=ca of", "Denmark=dk of", "France=fr of"});
  CHECK(places("Protests were seen in Canada, Denmark and France.") ==
        Found{"Canada=ca", "Denmark=dk", "France=fr"});
}

TEST_CASE("a common Arabic word is no village of that name") {
  CHECK(places("دخل الجيش المدينة في الصباح").empty());
  CHECK(places("دخل الجيش دير الزور") == Found{"دير الزور=sy-deir-ez-zor"});
}

TEST_CASE("a name of several places keeps those that were rejected") {
  const std::string text = "Police in Paris, Texas, made an arrest.";
  const std::vector<TokenizedText> texts{tokenize(text)};
  const auto found = world().recognizer.recognize({texts, std::nullopt}, {}).front();
  REQUIRE(found.size() == 2);
  REQUIRE(!found.front().rejected.empty());
  CHECK(found.front().rejected.size() <= 3);
  CHECK(world().gazetteer.id(found.front().rejected.front().place) == "fr-paris");
}

}  // namespace
}  // namespace furat::analysis
