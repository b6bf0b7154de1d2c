// Actors that a name was weighed against: kept in the index, told by why, and recounted by verify,
// as the spellings and kinds are. The recognizer is left out: the records are written here.
#include <xapian.h>

#include <algorithm>

#include "furat/searcher.hpp"
#include "index/files.hpp"
#include "index/passage_record.hpp"
#include "index/schema.hpp"
#include "index/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/index_database.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;

namespace {

const std::string kText = "The Tiger Forces and the 5th Assault Corps reached the base in Syria.";

struct Fixture {
  test::TemporaryIndex index{std::vector<test::TestArticle>{{"a.txt", kText, "2017-09-05", "A"}}};

  template <class Change>
  void change(Change change) {
    auto database = test::writable_database_of(index.path());
    auto document = database.get_document(1);
    change(document);
    database.replace_document(1, document);
    database.commit();
  }

  [[nodiscard]] bool has_fault(const std::string& words) const {
    const auto faults = index::faults_of(index.path());
    return std::any_of(faults.begin(), faults.end(), [&](const std::string& fault) {
      return fault.find(words) != std::string::npos;
    });
  }
};

}  // namespace

TEST_CASE("why tells the actors that a name was weighed against") {
  Fixture fixture;
  fixture.change([](Xapian::Document& document) {
    auto record = *index::decode_passage_record(document.get_data());
    std::vector<index::MentionRecord*> actors;
    for (auto& mention : record.mentions)
      if (mention.kind == index::MentionKind::actor) actors.push_back(&mention);
    REQUIRE(actors.size() == 2);
    actors[0]->score = 310;
    actors[0]->rejected = {{actors[1]->value, 150}};
    document.set_data(encode(record));
  });
  const auto hit = fixture.index.searcher().passage({"a.txt#1"});
  const auto mention = std::find_if(hit.mentions.begin(), hit.mentions.end(),
                                    [](const auto& m) { return m.dimension == "actor"; });
  REQUIRE(mention != hit.mentions.end());
  CHECK(mention->score == Approx(3.1));
  REQUIRE(mention->candidates.size() == 2);
  CHECK(mention->candidates[0].id == "tiger-forces");
  CHECK(mention->candidates[0].chosen);
  CHECK(mention->candidates[1].name == "5th Assault Corps");
  CHECK(mention->candidates[1].score == Approx(1.5));
  CHECK_FALSE(mention->candidates[1].chosen);
  CHECK_FALSE((mention + 1)->score);
  // The value tables keep what is rejected because of this term: verify misses it.
  CHECK(fixture.has_fault("term XC:"));
}

TEST_CASE("verify recounts spellings and kinds") {
  Fixture fixture;
  REQUIRE(index::faults_of(fixture.index.path()).empty());
  SECTION("a spelling that is missing") {
    fixture.change(
        [](Xapian::Document& document) { document.remove_term("XV:tiger-forces\tTiger Forces"); });
    CHECK(fixture.has_fault("XV:tiger-forces\tTiger Forces is missing"));
  }
  SECTION("a spelling that no mention has") {
    fixture.change(
        [](Xapian::Document& document) { document.add_boolean_term("XV:tiger-forces\tTigers"); });
    CHECK(fixture.has_fault("a full count gives 0"));
  }
  SECTION("a kind that is missing") {
    fixture.change([](Xapian::Document& document) { document.remove_term("XK:state_forces"); });
    CHECK(fixture.has_fault("XK:state_forces is missing"));
  }
  SECTION("a slot of other kinds") {
    fixture.change([](Xapian::Document& document) {
      document.add_value(index::kSlotKinds, std::string("\x02", 1));
    });
    CHECK(fixture.has_fault("kind slot"));
  }
}
