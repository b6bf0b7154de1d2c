#include <algorithm>

#include "searcher/spelling/near_walk.hpp"
#include "searcher/view/edit_distance.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::TemporaryIndex;

namespace {

const Searcher& searcher() {
  static const TemporaryIndex index({
      {"a.txt", "Government forces reached Palmyra after a bombardment of several hours.", "", ""},
      {"b.txt", "The bombardment of the cities went on, and ownership of the wells changed.", "",
       ""},
      {"c.txt", "سيطرت القوات على المطار بعد معارك طويلة.", "", ""},
  });
  static const Searcher opened = index.searcher();
  return opened;
}

SearchResults search(const std::string& query, bool expand_names = true) {
  SearchRequest request;
  request.query = query;
  request.expand_names = expand_names;
  return searcher().search(request);
}

std::string likeliest(const SearchResults& results) {
  return results.suggestions.empty() ? "" : results.suggestions.front().query;
}

}  // namespace

TEST_CASE("a misspelled word that nothing has is corrected, and the answer says so") {
  for (const auto* query : {"bombardmnet", "bombarment", "bomabrdmment", "ombardment"}) {
    CAPTURE(query);
    const auto results = search(query);
    CHECK(results.total_passages == 2);
    CHECK(results.corrected_query == "bombardment");
    CHECK(likeliest(results) == "bombardment");
    REQUIRE(results.notes.size() == 1);
    CHECK(results.notes.front().find("these have 'bombardment'") != std::string::npos);
  }
}

TEST_CASE("a correction says what was changed and keeps the rest of the query") {
  const auto results = search("+Bombarment \"government forces\"");
  CHECK(results.corrected_query == "+Bombardment \"government forces\"");
  REQUIRE(results.suggestions.front().changes.size() == 1);
  const auto& change = results.suggestions.front().changes.front();
  CHECK(change.from == "Bombarment");
  CHECK(change.to == "Bombardment");
  CHECK(change.span == TextSpan{1, 11});
  CHECK(change.distance == 1);
  CHECK(change.passages == 2);
}

TEST_CASE("where other words match, a correction is only suggested") {
  const auto results = search("government bombarment");
  CHECK(results.fell_back_to_any);
  CHECK(results.corrected_query.empty());
  CHECK(likeliest(results) == "government bombardment");
}

TEST_CASE("what was read as a name is not corrected: the answer says which") {
  CHECK(likeliest(search("Palymra")).empty());
  CHECK(search("Palymra").corrected_query.empty());
  CHECK(likeliest(search("Tadmur")).empty());
}

TEST_CASE("Arabic words are corrected by letters, not by bytes") {
  CHECK(search("المطرا").corrected_query == "المطار");
}

TEST_CASE("a suggestion is a word of the archive, no stem") {
  CHECK(likeliest(search("citis")).empty());  // its stem is that of "cities"
  CHECK(likeliest(search("cxties")) == "cities");
}

TEST_CASE("nothing is corrected that is short, known, quoted, excluded or spelled exactly") {
  for (const auto* query : {"wxl", "bombardment", "\"bombarment\"", "B0MB4RDMENT", "xqxqxqxqxq"}) {
    CAPTURE(query);
    CHECK(likeliest(search(query)).empty());
  }
  CHECK(likeliest(search("bombardment -governmnt")).empty());
  CHECK(search("bombarment", false).suggestions.empty());
  CHECK(search("bombarment", false).total_passages == 0);
}

TEST_CASE("the walk over a sorted list finds what comparing with each term finds") {
  std::vector<std::string> terms{"abandon", "airport", "airports", "ariport", "bridge", "bridges",
                                 "bride",   "brigade", "brigades", "iarport", "port",   "report",
                                 "sport",   "airpotr", "ai",       "",        "bidrge", "airprot"};
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (const auto& term : terms)
    if (!term.empty()) document.add_term("X" + term);
  database.add_document(document);
  for (const std::string word : {"airport", "bridge", "rbigade", "xyz"})
    for (const std::size_t limit : {1U, 2U}) {
      CAPTURE(word, limit);
      std::vector<std::string> expected, found;
      for (const auto& term : terms)
        if (!term.empty() && edit_distance(word, term, 20) <= limit) expected.push_back(term);
      std::sort(expected.begin(), expected.end());
      NearWalk(word, limit, Deadline())
          .over(database.allterms_begin("X"), database.allterms_end("X"), 1,
                [&](std::string_view text, std::size_t distance) {
                  CHECK(distance == edit_distance(word, text, 20));
                  found.emplace_back(text);
                });
      CHECK(found == expected);
    }
}
