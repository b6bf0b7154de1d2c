// Which values an index knows: what its passages name, what stands above that, and the candidates
// that lost.
#include "indexer/value_tables.hpp"

#include "index/actor_kinds.hpp"
#include "index/passage_record.hpp"
#include "index/place_positions.hpp"
#include "index/schema.hpp"
#include "index/tables.hpp"
#include "indexer/passage_document.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace furat;
using namespace furat::indexer;

namespace {

struct Fixture {
  Annotator annotator{recognition_data()};
  ValueNumbers numbers{annotator};
  test::TemporaryFolder folder;
  Xapian::WritableDatabase database{(folder.path() / "db").string(), Xapian::DB_CREATE};

  [[nodiscard]] std::uint32_t row(const std::string& id) const {
    return *annotator.gazetteer().find(id);
  }

  /// An article of one passage that names `place`, weighed against `rejected`.
  [[nodiscard]] Xapian::Document document(const std::string& place,
                                          const std::vector<std::string>& rejected) const {
    PreparedArticle prepared;
    prepared.article.id = prepared.article.file = "a";
    Passage passage;
    passage.text = "nothing at all";
    passage.map.append(static_cast<std::uint32_t>(passage.text.size()), 0, passage.text.size());
    prepared.passages.push_back(std::move(passage));
    auto article = annotator.annotate(std::move(prepared));
    analysis::PlaceMention mention;
    mention.span = {0, 7};
    mention.place = row(place);
    mention.rule = "place.context";
    mention.score = 4.256;
    for (const auto& id : rejected) mention.rejected.push_back({row(id), 1.5});
    article.annotated.front().places.push_back(mention);
    return PassageDocumentBuilder(annotator, numbers).build(article, 0, {});
  }

  [[nodiscard]] bool has_record(const std::string& id) const {
    return !database.get_metadata(index::key::value(numbers.place(row(id)))).empty();
  }
  [[nodiscard]] bool has_name(const std::string& folded) const {
    return !database.get_metadata(index::key::value_name(index::Dimension::place, folded)).empty();
  }
};

}  // namespace

TEST_CASE("rejected candidates are in the value table, without names, and in no facet") {
  Fixture fixture;
  const auto document = fixture.document("ly-tripoli", {"lb-tripoli", "sy-raqqa"});
  fixture.database.add_document(document);
  const auto values = update_value_tables(fixture.database, fixture.annotator, fixture.numbers, {});
  for (const std::string id : {"ly-tripoli", "ly", "lb-tripoli", "lb", "sy-raqqa", "sy"}) {
    CAPTURE(id);
    CHECK(fixture.has_record(id));
  }
  CHECK(values >= 6);
  CHECK(fixture.has_name("tripoli"));
  CHECK_FALSE(fixture.has_name("raqqa"));
  CHECK_FALSE(fixture.has_name("syria"));
  CHECK_FALSE(fixture.has_record("sy-palmyra"));
  CHECK(fixture.database.term_exists("XC:sy-raqqa"));
  CHECK_FALSE(fixture.database.term_exists("XP:sy-raqqa"));

  const auto record = index::decode_passage_record(document.get_data());
  REQUIRE(record);
  const auto& mention = record->mentions.front();
  CHECK(mention.score == 426);
  REQUIRE(mention.rejected.size() == 2);
  CHECK(mention.rejected[1] ==
        index::CandidateRecord{fixture.numbers.place(fixture.row("sy-raqqa")), 150});
}

TEST_CASE("every kind that a lexicon may have is one that the index counts") {
  for (const auto kind : analysis::kActorKinds) {
    CAPTURE(kind);
    CHECK(index::actor_kind_number(kind));
  }
  analysis::Lexicon lexicon;
  lexicon.actors = {{.id = "a", .name = "A", .kind = "club"}};
  CHECK(analysis::faults_of(lexicon).size() == 1);
}

TEST_CASE("a line of succession is in the tables whole, with names only of those named") {
  Fixture fixture;
  auto named = fixture.document("sy-palmyra", {});
  named.add_term(index::bounded_term(index::prefix::kMention, "jfs"));
  named.add_boolean_term(index::bounded_term(index::prefix::kActor, "jfs"));
  fixture.database.add_document(named);
  (void)update_value_tables(fixture.database, fixture.annotator, fixture.numbers, {});
  const auto ordinal = [&](const std::string& id) {
    return fixture.numbers.actor(*fixture.annotator.actors().find(id));
  };
  const auto record = [&](const std::string& id) {
    return index::decode_value_record(
        fixture.database.get_metadata(index::key::value(ordinal(id))));
  };
  REQUIRE(record("jabhat-al-nusra"));
  CHECK(record("jabhat-al-nusra")->successor == ordinal("jfs"));
  CHECK(record("jabhat-al-nusra")->from_year == 2012);
  REQUIRE(record("jfs"));
  CHECK(record("jfs")->successor == ordinal("hts"));
  CHECK(record("jfs")->to_year == 2017);
  CHECK_FALSE(record("jfs")->discovered);
  REQUIRE(record("hts"));
  CHECK_FALSE(record("hts")->successor);
  const auto has_name = [&](const std::string& folded) {
    return !fixture.database.get_metadata(index::key::value_name(index::Dimension::actor, folded))
                .empty();
  };
  CHECK(has_name("jfs"));
  CHECK_FALSE(has_name("hts"));
}

TEST_CASE("rejected actors are in the value table, without names, and in no facet") {
  Fixture fixture;
  const auto row = [&](const std::string& id) { return *fixture.annotator.actors().find(id); };
  PreparedArticle prepared;
  prepared.article.id = prepared.article.file = "a";
  Passage passage;
  passage.text = "The Tiger Forces came back.";
  passage.map.append(static_cast<std::uint32_t>(passage.text.size()), 0, passage.text.size());
  prepared.passages.push_back(std::move(passage));
  auto article = fixture.annotator.annotate(std::move(prepared));
  REQUIRE(article.annotated.front().actors.size() == 1);
  auto& mention = article.annotated.front().actors.front();
  mention.score = 3.1;
  mention.rejected = {{row("jfs"), 1.25}, {row("sdf"), 1}, {row("isis"), 0.5}, {row("ypg"), 0.1}};
  const auto document =
      PassageDocumentBuilder(fixture.annotator, fixture.numbers).build(article, 0, {});
  fixture.database.add_document(document);
  (void)update_value_tables(fixture.database, fixture.annotator, fixture.numbers, {});
  const auto has_record = [&](const std::string& id) {
    return !fixture.database.get_metadata(index::key::value(fixture.numbers.actor(row(id))))
                .empty();
  };
  for (const std::string id : {"tiger-forces", "jfs", "sdf", "isis", "hts"}) {
    CAPTURE(id);
    CHECK(has_record(id));
  }
  CHECK_FALSE(has_record("ypg"));
  CHECK(fixture.database.get_metadata(index::key::value_name(index::Dimension::actor, "jfs"))
            .empty());
  CHECK(fixture.database.term_exists("XC:jfs"));
  CHECK_FALSE(fixture.database.term_exists("XA:jfs"));
  CHECK_FALSE(fixture.database.term_exists("XK:rebels"));
  CHECK(fixture.database.term_exists("XK:state_forces"));

  const auto record = index::decode_passage_record(document.get_data());
  REQUIRE(record);
  const auto& kept = record->mentions.front();
  CHECK(kept.score == 310);
  REQUIRE(kept.rejected.size() == 3);
  CHECK(kept.rejected.front() == index::CandidateRecord{fixture.numbers.actor(row("jfs")), 125});
}

TEST_CASE("what nothing names any more leaves the tables") {
  Fixture fixture;
  const auto id = fixture.database.add_document(fixture.document("ly-tripoli", {"sy-raqqa"}));
  (void)update_value_tables(fixture.database, fixture.annotator, fixture.numbers, {});
  fixture.database.replace_document(id, fixture.document("sy-palmyra", {}));
  (void)update_value_tables(fixture.database, fixture.annotator, fixture.numbers, {});
  CHECK(fixture.has_record("sy-palmyra"));
  CHECK_FALSE(fixture.has_record("sy-raqqa"));
  CHECK_FALSE(fixture.has_record("ly-tripoli"));
  CHECK_FALSE(fixture.has_name("tripoli"));
  const auto positions = index::decode_place_positions(
      fixture.database.get_metadata(std::string(index::key::kPositions)));
  REQUIRE(positions);
  REQUIRE_FALSE(positions->empty());
  for (const auto& place : *positions) CHECK(place.id.starts_with("sy-"));
}
