// Names in queries: words typed in capitals, names left out, short words, and what is marked.
#include <set>
#include <string>

#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

namespace furat {
namespace {

using Files = std::set<std::string>;

const test::TemporaryIndex& names_index() {
  static const test::TemporaryIndex index({
      {"word.txt", "Notes\nNobody in Raqqa said what it is.", "", ""},
      {"isil.txt", "Notes\nISIL left Raqqa at night.", "", ""},
      {"daesh.txt", "Notes\nPeople of Raqqa wrote about Daesh.", "", ""},
      {"other.txt", "Notes\nA market in Raqqa, and a bus to al-Mayadin.", "", ""},
      {"crossing.txt", "Mayadeen: what was seen\nA ferry took farmers over.", "", ""},
      {"capital.txt", "Notes\nA flight to Baghdad was late.", "", ""},
      {"leader.txt", "Notes\nAbu Bakr al-Baghdadi spoke.", "", ""},
      {"from.txt", "Notes\nرسالة من الجدار عن المطر", "", ""},
      {"countries.txt", "Notes\nTalks between Syria, the United States and the United Nations.", "",
       ""},
      {"towns.txt", "Notes\nBuses go from Amman to Anah.", "", ""},
  });
  return index;
}

SearchResults search(const std::string& query, bool expand = true) {
  SearchRequest request;
  request.query = query;
  request.expand_names = expand;
  request.fall_back_to_any = false;
  request.limit = 50;
  return names_index().searcher().search(request);
}

Files files(const SearchResults& results) {
  Files names;
  for (const auto& hit : results.hits) names.insert(hit.article.file);
  return names;
}

TEST_CASE("a name in capitals does not find or mark the English word") {
  const auto results = search("IS");
  CHECK(files(results) == Files{"isil.txt", "daesh.txt"});
  CHECK(files(search("(IS) NEAR/9 night")) == Files{"isil.txt"});
  CHECK(files(search("Raqqa -IS")) == Files{"word.txt", "other.txt"});
  CHECK(files(search("is")).contains("word.txt"));
}

TEST_CASE("an excluded name leaves out its other spellings too") {
  const Files without{"word.txt", "other.txt"};
  for (const auto* query : {"Raqqa -ISIL", "Raqqa -Daesh", "Raqqa -(Islamic State)",
                            "Raqqa -(ISIS OR zzqq)", "Raqqa NOT ISIS"}) {
    CAPTURE(query);
    const auto results = search(query);
    CHECK(files(results) == without);
    CHECK(results.matched_as.size() == 2);
  }
  CHECK_FALSE(files(search("Raqqa -Mayaden")).contains("other.txt"));
}

TEST_CASE("quotes and exact spelling leave out one spelling only") {
  CHECK(files(search("Raqqa -\"ISIL\"")).contains("daesh.txt"));
  CHECK(files(search("Raqqa -=ISIL")).contains("daesh.txt"));
  CHECK(files(search("Raqqa -ISIL", false)).contains("daesh.txt"));
}

TEST_CASE("names among alternatives are found in any spelling") {
  CHECK(files(search("ISIS OR zzqq")) == Files{"isil.txt", "daesh.txt"});
}

TEST_CASE("short words and Arabic function words are not read as names") {
  for (const auto* query : {"wss", "srn", "من", "عن"}) {
    CAPTURE(query);
    CHECK(search(query).matched_as.empty());
  }
  CHECK(files(search("من")) == Files{"from.txt"});
  CHECK(files(search("من المطر")) == Files{"from.txt"});
}

TEST_CASE("a person from a city is not the city") {
  CHECK(files(search("Bagdadi")) == Files{"leader.txt"});
  CHECK(files(search("Bagdad")) == Files{"capital.txt"});
}

TEST_CASE("a name in a title is marked there in the spelling that it has") {
  for (const auto& hit : search("Mayadin").hits) {
    if (hit.article.file != "crossing.txt") continue;
    REQUIRE(hit.title_marks.size() == 1);
    CHECK(hit.title_marks[0].begin == 0);
    CHECK(hit.title_marks[0].end == std::string("Mayadeen").size());
    return;
  }
  FAIL("the article is found by its title");
}

}  // namespace
}  // namespace furat
