// Actors that no list has, and who they are within an article.
#include <string>
#include <vector>

#include "analysis/actors/actor_recognizer.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

std::vector<PlaceEntry> test_places() {
  return {{.id = "sy",
           .name = "Syria",
           .kind = "country",
           .iso = "SY",
           .demonyms = {"Syrian", "Syrians"}},
          {.id = "tr",
           .name = "Turkey",
           .kind = "country",
           .iso = "TR",
           .demonyms = {"Turkish", "Turks"}},
          {.id = "us",
           .name = "United States",
           .kind = "country",
           .iso = "US",
           .aliases = {"US"},
           .demonyms = {"American"}},
          {.id = "sy-abu-kamal", .name = "Abu Kamal", .kind = "city", .parent = "sy"},
          {.id = "sy-maqsoud", .name = "Sheikh Maqsoud", .kind = "neighbourhood", .parent = "sy"},
          {.id = "sy-aleppo", .name = "Aleppo", .kind = "city", .parent = "sy"}};
}

std::vector<ActorEntry> test_actors() {
  return {{.id = "turkish-army",
           .name = "Turkish Armed Forces",
           .kind = "state_forces",
           .country = "TR",
           .national = "armed_forces"},
          {.id = "syrian-army",
           .name = "Syrian Army",
           .kind = "state_forces",
           .country = "SY",
           .national = "army"},
          {.id = "sdf",
           .name = "Syrian Democratic Forces",
           .kind = "rebels",
           .country = "SY",
           .aliases = {"SDF"}},
          {.id = "isis", .name = "Islamic State", .kind = "rebels", .aliases = {"ISIS"}},
          {.id = "kurds", .name = "Kurdish forces", .kind = "rebels"},
          {.id = "putin", .name = "Vladimir Putin", .kind = "person"},
          {.id = "olive-army", .name = "Jaysh al-Zaytun", .kind = "rebels"},
          {.id = "olive-brigade", .name = "7th Olive Mountain Brigade", .kind = "rebels"},
          {.id = "basri", .name = "Yusuf al-Basri", .kind = "person"}};
}

struct Found {
  std::string id, kind, country;
  std::string span, name, rule;
};

/// What the passages of one article name.
std::vector<Found> found_in(const std::vector<std::string>& passages) {
  static const auto places = test_places();
  static const auto actors = test_actors();
  static const Gazetteer gazetteer(places);
  static const ActorLexicon lexicon(actors);
  static const ActorRecognizer recognizer(lexicon, gazetteer);
  std::vector<TokenizedText> texts;
  for (const auto& passage : passages) texts.push_back(tokenize(passage));
  const auto recognized = recognizer.recognize({texts, std::nullopt});
  std::vector<Found> found;
  for (std::size_t p = 0; p < passages.size(); ++p)
    for (const auto& mention : recognized.passages[p]) {
      Found one;
      if (mention.actor < actors.size()) {
        one.id = actors[mention.actor].id;
      } else {
        const auto& actor = recognized.found[mention.actor - actors.size()];
        one = {actor.id, actor.kind, actor.country, {}, {}, {}};
      }
      one.span = mention.span.of(passages[p]);
      one.name = mention.name.of(passages[p]);
      one.rule = mention.rule;
      found.push_back(one);
    }
  return found;
}

/// "id: span" of each.
std::vector<std::string> spans(const std::vector<std::string>& passages) {
  std::vector<std::string> result;
  for (const auto& one : found_in(passages)) result.push_back(one.id + ": " + one.span);
  return result;
}

using Spans = std::vector<std::string>;
struct Case {
  std::string text;
  Spans expected;
};

TEST_CASE("a nation's adjective and a noun name a body of the state") {
  const auto c =
      GENERATE(Case{"Two hundred Turkish troops crossed.", {"turkish-army: Turkish troops"}},
               Case{"He met Turkish special forces.", {"turkish-army: Turkish special forces"}},
               Case{"The Turkish foreign ministry denied it.",
                    {"tr-foreign-ministry: The Turkish foreign ministry"}},
               Case{"Syria\u2019s army and U.S. warplanes struck.",
                    {"syrian-army: Syria\u2019s army", "us-armed-forces: U.S. warplanes"}},
               Case{"the government of Turkey", {"tr-government: the government of Turkey"}},
               Case{"Syrian rebels of the Turkish-backed front", {"sy-fighters: Syrian rebels"}});
  CAPTURE(c.text);
  CHECK(spans({c.text}) == c.expected);
}

TEST_CASE("a people is an actor, and the place in its name stays one") {
  CHECK(spans({"The Turks and all Syrians heard of it."}) ==
        Spans{"tr-people: The Turks", "sy-people: all Syrians"});
  const auto found = found_in({"The people of Turkey heard of it."});
  REQUIRE(found.size() == 1);
  CHECK(found.front().id == "tr-people");
  CHECK(found.front().kind == "civilians");
  CHECK(found.front().name == "people");
}

TEST_CASE("forces of a people are the lexicon's, or its own") {
  const auto found = found_in({"Kurdish units met Sunni tribal fighters and a Kurdish farmer."});
  REQUIRE(found.size() == 2);
  CHECK(found[0].id == "kurds");
  CHECK(found[1].id == "found-community-sunni-forces");
  CHECK(found[1].kind == "identity_militia");
}

TEST_CASE("members of a group are the group") {
  const auto found = found_in({"Then the ISIS fighters fled from SDF forces."});
  REQUIRE(found.size() == 2);
  CHECK(found[0].span == "the ISIS fighters");
  CHECK(found[0].name == "ISIS");
  CHECK(found[1].span == "SDF forces");
}

TEST_CASE("a title makes a person of the name behind it") {
  const auto c = GENERATE(
      Case{"Foreign Secretary Walter Blenkin spoke.",
           {"found-person-walter-blenkin: Foreign Secretary Walter Blenkin"}},
      Case{"It was Turkish Defence Minister Orhan Kutlu.",
           {"found-person-orhan-kutlu: Turkish Defence Minister Orhan Kutlu"}},
      Case{"Lt. Col. Tom J. Varley agreed.", {"found-person-tom-varley: Lt. Col. Tom J. Varley"}},
      Case{"Secretary of State Arthur Penn left.",
           {"found-person-arthur-penn: Secretary of State Arthur Penn"}},
      Case{"Then President Putin left, and later President Vladimir Putin returned.",
           {"putin: President Putin", "putin: President Vladimir Putin"}},
      Case{"Fighting in Sheikh Maqsoud went on.", {}}, Case{"The General Assembly met.", {}});
  CAPTURE(c.text);
  CHECK(spans({c.text}) == c.expected);
}

TEST_CASE("a given name, or what somebody does, makes a person") {
  const auto c = GENERATE(
      Case{"Talal Barazi walked home.", {"found-person-talal-barazi: Talal Barazi"}},
      Case{"They saw Peter Morbeck there.", {"found-person-peter-morbeck: Peter Morbeck"}},
      Case{"\u201cNo,\u201d said Kelvo Drumsted.", {"found-person-kelvo-drumsted: Kelvo Drumsted"}},
      Case{"the activist Zorv Kalmin wrote", {"found-person-zorv-kalmin: Zorv Kalmin"}},
      Case{"They went to Zorv Kalmin.", {}}, Case{"near Ras Hamdan and Tall Mahmoud", {}});
  CAPTURE(c.text);
  CHECK(spans({c.text}) == c.expected);
}

TEST_CASE("a kunya is a person unless it is a place") {
  CHECK(spans({"Abu Hafs al-Kurdi came."}) ==
        Spans{"found-person-abu-hafs-kurdi: Abu Hafs al-Kurdi"});
  CHECK(spans({"The road to Abu Kamal is open, and Abu Kamal fell."}).empty());
}

TEST_CASE("bodies are found by the heads of their names") {
  const auto c =
      GENERATE(Case{"The Brindle Valley Council met.",
                    {"found-body-brindle-valley-council: The Brindle Valley Council"}},
               Case{"men of Liwa al-Zaytun left", {"found-body-liwa-zaytun: Liwa al-Zaytun"}},
               Case{"the Ministry of Higher Education in it",
                    {"found-body-ministry-of-higher-education: the Ministry of Higher Education"}},
               Case{"Related News and Security Forces said.", {}},
               Case{"Forces of Syrian Democratic Forces left.", {"sdf: Syrian Democratic Forces"}});
  CAPTURE(c.text);
  CHECK(spans({c.text}) == c.expected);
}

TEST_CASE("a headline gives no new names, but has those the text explains") {
  CHECK(spans({"Brindle Valley Council Rejects New Water Plan"}).empty());
  const auto both = spans({"Brindle Valley Council Rejects New Water Plan",
                           "On Monday the Brindle Valley Council rejected the plan."});
  REQUIRE(both.size() == 2);
  CHECK(both.front() == "found-body-brindle-valley-council: Brindle Valley Council");
}

TEST_CASE("a number and a head are a unit of the only army that the article names") {
  CHECK(spans({"The Syrian Army sent the 44th Mountain Division. The 44th Division came."}) ==
        Spans{"syrian-army: The Syrian Army",
              "found-unit-sy-44th-mountain-division: the 44th Mountain Division",
              "found-unit-sy-44th-mountain-division: The 44th Division"});
  CHECK(spans({"The 44th Mountain Division came."}) ==
        Spans{"found-body-44th-mountain-division: The 44th Mountain Division"});
}

TEST_CASE("a shortened name is the lexicon's actor that the article names in full") {
  CHECK(
      spans(
          {"The 7th Olive Mountain Brigade came. The 7th Brigade left, the 8th Brigade stayed."}) ==
      Spans{"olive-brigade: The 7th Olive Mountain Brigade", "olive-brigade: The 7th Brigade",
            "found-body-8th-brigade: the 8th Brigade"});
}

TEST_CASE("an acronym of the article goes before one of the lexicon") {
  const auto found = found_in({"The Southern Dairy Farms Council (SDF) met. SDF members voted."});
  REQUIRE(found.size() == 3);
  for (const auto& one : found) CHECK(one.id == "found-body-southern-dairy-farms-council");
}

TEST_CASE("what is named after a person is not the person") {
  CHECK(spans({"They crossed the King Orhan Bridge to Talal City."}).empty());
}

TEST_CASE("persons of one name are told apart by their titles") {
  const auto found = found_in({"Then King Orhan came, and Imam Selim with him."});
  REQUIRE(found.size() == 2);
  CHECK(found[0].id == "found-person-king-orhan");
  CHECK(found[1].id == "found-person-imam-selim");
}

TEST_CASE("bodies that differ in a letter are two") {
  CHECK(spans({"On Monday the Sector B Committee met the Sector C Committee."}) ==
        Spans{"found-body-sector-b-committee: the Sector B Committee",
              "found-body-sector-c-committee: the Sector C Committee"});
}

TEST_CASE("a surname is safe only while one person has it") {
  CHECK(spans({"Colonel Walter Blenkin left. Blenkin\u2019s men stayed."}) ==
        Spans{"found-person-walter-blenkin: Colonel Walter Blenkin",
              "found-person-walter-blenkin: Blenkin"});
  CHECK(spans({"Colonel Walter Blenkin met Dr Anna Blenkin. Blenkin left."}) ==
        Spans{"found-person-walter-blenkin: Colonel Walter Blenkin",
              "found-person-anna-blenkin: Dr Anna Blenkin"});
  CHECK(spans({"Talal Abdel Rahman spoke. Abdel Rahman left."}) ==
        Spans{"found-person-talal-abdel-rahman: Talal Abdel Rahman",
              "found-person-talal-abdel-rahman: Abdel Rahman"});
}

TEST_CASE("an office is its holder, if the article names one") {
  CHECK(spans({"Foreign Secretary Walter Blenkin left. The Foreign Secretary had come late."}) ==
        Spans{"found-person-walter-blenkin: Foreign Secretary Walter Blenkin",
              "found-person-walter-blenkin: The Foreign Secretary"});
  CHECK(spans({"Later the Foreign Secretary came."}) ==
        Spans{"found-office-foreign-secretary: the Foreign Secretary"});
}

TEST_CASE("an acronym that the article defines is the body") {
  const auto found =
      found_in({"The BVC has no money.", "The Brindle Valley Council (BVC) said so."});
  REQUIRE(found.size() == 3);
  for (const auto& one : found) CHECK(one.id == "found-body-brindle-valley-council");
  CHECK(found.front().rule == "actor.acronym");
}

TEST_CASE("a spelling that the lexicon does not list is its actor if the name sounds the same") {
  CHECK(spans({"Men of Jeish al-Zeitoun met Youssef al-Basry. Basry left."}) ==
        Spans{"olive-army: Jeish al-Zeitoun", "basri: Youssef al-Basry", "basri: Basry"});
  CHECK(spans({"Youssef al-Basran came."}) ==
        Spans{"found-person-youssef-basran: Youssef al-Basran"});
}

TEST_CASE("nothing generic is an actor") {
  CHECK(
      spans({"The group and the militants said he was their leader. The Sultan slept; Commander."})
          .empty());
}

TEST_CASE("ids have some sixty bytes of words, are not cut inside a letter and stay apart") {
  const std::vector<std::string_view> words(30, "\u00e9t\u00e9");
  const auto slug = slug_of(words);
  CHECK(slug.size() <= 69);
  CHECK(slug[slug.size() - 9] == '-');
  CHECK((static_cast<unsigned char>(slug[slug.size() - 10]) & 0xC0U) == 0x80U);
  auto others = words;
  others.back() = "hiver";
  CHECK(slug_of(others) != slug);
  CHECK(words_in(found_id("unit", "SY", {"44th", "division"})) == "44th-division");
  CHECK(words_in(found_id("person", "", {"anna"})) == "anna");
  CHECK(words_in("isis").empty());
}

}  // namespace
}  // namespace furat::analysis
