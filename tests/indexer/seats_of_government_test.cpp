#include "indexer/seats_of_government.hpp"

#include "indexer/annotator.hpp"
#include "tests/support/catch.hpp"

using namespace furat;
using namespace furat::indexer;

namespace {

analysis::Lexicon small_lexicon() {
  analysis::Lexicon lexicon;
  lexicon.places = {{.id = "sy", .name = "Syria", .kind = "country", .iso = "SY"},
                    {.id = "sy-damascus",
                     .name = "Damascus",
                     .kind = "city",
                     .parent = "sy",
                     .seat_of = "syrian-government"},
                    {.id = "sy-homs", .name = "Homs", .kind = "city", .parent = "sy"}};
  lexicon.actors = {{.id = "syrian-government", .name = "Syrian government", .kind = "state"},
                    {.id = "army", .name = "Army", .kind = "state_forces"}};
  return lexicon;
}

std::vector<analysis::ActorMention> with_governments(
    const std::vector<analysis::PlaceMention>& places, std::vector<analysis::ActorMention> actors) {
  const auto lexicon = small_lexicon();
  const analysis::Gazetteer gazetteer(lexicon.places);
  const analysis::ActorLexicon actor_lexicon(lexicon.actors);
  const auto text = analysis::tokenize("In the long text Damascus and others were named.");
  std::vector<analysis::FoundActor> found;
  add_governments(text, places, gazetteer, actor_lexicon, found, actors);
  return actors;
}

analysis::PlaceMention mention(analysis::ByteSpan span, std::uint32_t place,
                               analysis::PlaceRole role) {
  analysis::PlaceMention result;
  result.span = span;
  result.place = place;
  result.role = role;
  result.rule = "place.name";
  return result;
}

constexpr auto kSays = analysis::PlaceRole::says;

}  // namespace

TEST_CASE(
    "a capital that stands for its government names the government, in the order of the text") {
  const auto actors = with_governments({mention({10, 18}, 1, kSays)},
                                       {{{0, 4}, 1, "actor.name"}, {{30, 34}, 1, "actor.name"}});
  REQUIRE(actors.size() == 3);
  CHECK(actors[1].span == analysis::ByteSpan{10, 18});
  CHECK(actors[1].actor == 0);
  CHECK(actors[1].rule == "actor.seat");
  CHECK(actors[2].span.begin == 30);
}

TEST_CASE("no government where the place is a scene, no seat, or an actor's name already") {
  CHECK(with_governments({mention({10, 18}, 1, analysis::PlaceRole::at)}, {}).empty());
  CHECK(with_governments({mention({10, 14}, 2, kSays)}, {}).empty());
  CHECK(with_governments({mention({10, 18}, 1, kSays)}, {{{5, 11}, 1, "actor.name"}}).size() == 1);
}

TEST_CASE("an annotated article has the governments of its capitals, in text and title") {
  const Annotator annotator(recognition_data());
  PreparedArticle prepared;
  prepared.article.title = "Damascus denies the report";
  Passage passage;
  passage.text = "Damascus denied the report on Sunday. Fighting went on in Damascus.";
  passage.map.append(static_cast<std::uint32_t>(passage.text.size()), 0, passage.text.size());
  prepared.passages.push_back(std::move(passage));
  const auto annotated = annotator.annotate(std::move(prepared));
  const auto& actors = annotated.annotated.front().actors;
  REQUIRE(actors.size() == 1);
  CHECK(annotator.actors().actors()[actors.front().actor].id == "syrian-government");
  CHECK(actors.front().span == analysis::ByteSpan{0, 8});
  const auto& ids = annotated.named_in_title;
  CHECK(std::find(ids.begin(), ids.end(), "syrian-government") != ids.end());
}
