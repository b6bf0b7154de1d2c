#include "furat/searcher.hpp"

#include <algorithm>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::TemporaryIndex;

namespace {

/// Three short articles that say the same names in several ways.
const TemporaryIndex& small_index() {
  static const TemporaryIndex index({
      {"a.txt",
       "Government forces entered Deir Ezzor on 5 September 2017. The siege of the city had lasted "
       "since 2014. Tiger Forces "
       "led the advance from the west, one report said.",
       "2017-09-06", "Euphrates Digest"},
      {"b.txt",
       "The SDF reached the oil fields east of Deir ez-Zor in October 2017. Coalition officials "
       "spoke of a deconfliction line "
       "along the Euphrates River.",
       "2017-10-20", "Jazira Notebook"},
      {"c.txt",
       "Clashes were reported in the city of Raqqa. Negotiations over a withdrawal went on, local "
       "activists said.",
       "", "Jazira Notebook"},
      {"d.txt", "سيطرت القوات على دير الزور بعد معارك طويلة.", "2017-11-04", ""},
  });
  return index;
}

SearchResults search(const std::string& query, std::vector<Filter> filters = {}) {
  SearchRequest request;
  request.query = query;
  request.filters = std::move(filters);
  request.limit = 100;
  return small_index().searcher().search(request);
}

std::set<std::string> files(const SearchResults& results) {
  std::set<std::string> names;
  for (const auto& hit : results.hits) names.insert(hit.article.file);
  return names;
}

using Files = std::set<std::string>;

}  // namespace

TEST_CASE("a name in any spelling or script finds every spelling") {
  for (const auto* query :
       {"Deir Ezzor", "Deir ez-Zor", "Deir al-Zour", "Dayr az-Zawr", "DEIR EZ ZOR", "دير الزور"}) {
    CAPTURE(query);
    CHECK(files(search(query)) == Files{"a.txt", "b.txt", "d.txt"});
  }
  CHECK(search("Deir Ezzor").matched_as.size() == 1);
}

namespace {

/// Names that the lexicon does not have, or not so.
const TemporaryIndex& unknown_names_index() {
  static const TemporaryIndex index({
      {"kafr.txt", "Reporters visited Kafr Shanbat on Monday.", "", ""},
      {"kefer.txt", "A convoy left Kefer Shenbat before dawn.", "", ""},
      {"arabic.txt", "The sign at the road said كفر شنبط in large letters.", "", ""},
      {"other.txt", "Trucks came from Kafr Shuba and Barsham.", "", ""},
      {"town.txt", "Fighting went on in Mayadin for a week.", "", ""},
      {"word.txt", "The shelling of the village went on.", "", ""},
  });
  return index;
}

SearchResults search_names(const std::string& query, bool expand = true) {
  SearchRequest request;
  request.query = query;
  request.expand_names = expand;
  request.fall_back_to_any = false;
  return unknown_names_index().searcher().search(request);
}

}  // namespace

TEST_CASE("a name that no lexicon has is found in other spellings and scripts") {
  for (const auto* query :
       {"Kafr Shanbat", "Kefer Shenbat", "kafr shanbat", "Kfar Shanbatt", "كفر شنبط"}) {
    CAPTURE(query);
    CHECK(files(search_names(query)) == Files{"kafr.txt", "kefer.txt", "arabic.txt"});
  }
  const auto results = search_names("Kafr Shanbat");
  REQUIRE(results.matched_as.size() == 1);
  CHECK(results.matched_as[0].ids.empty());
  CHECK(results.matched_as[0].spellings == std::vector<std::string>{"Kefer Shenbat", "كفر شنبط"});
  for (const auto& hit : results.hits) CHECK(hit.snippet.marks.size() == 1);
  CHECK(files(search_names("Kafr Shanbat", false)) == Files{"kafr.txt"});
}

TEST_CASE("a known place is found by a spelling that the lexicon does not have") {
  const auto results = search_names("Mayyaden");
  CHECK(files(results) == Files{"town.txt"});
  REQUIRE(results.matched_as.size() == 1);
  CHECK(results.matched_as[0].ids == std::vector<std::string>{"sy-mayadin"});
  CHECK(results.matched_as[0].tier != "exact");
  CHECK(search_names("Mayyaden", false).hits.empty());
}

TEST_CASE("English words are not taken for names") {
  CHECK(search_names("selling").hits.empty());
  CHECK(search_names("shelling").matched_as.empty());
}

TEST_CASE("a filter takes a place in any spelling and says so, unless told not to") {
  SearchRequest request;
  request.filters = {{"place", "Mayyaden", false}};
  const auto results = unknown_names_index().searcher().search(request);
  CHECK(files(results) == Files{"town.txt"});
  REQUIRE(results.notes.size() == 1);
  CHECK(results.notes[0].find("(sy-mayadin)") != std::string::npos);
  request.expand_names = false;
  CHECK_THROWS_AS(unknown_names_index().searcher().search(request), RequestError);
}

TEST_CASE("without name expansion only the words as typed are found") {
  SearchRequest request;
  request.query = "\"Deir Ezzor\"";
  request.expand_names = false;
  CHECK(files(small_index().searcher().search(request)) == Files{"a.txt"});
}

TEST_CASE("all words by default, and a said fallback to any") {
  CHECK(files(search("negotiations withdrawal")) == Files{"c.txt"});
  const auto fallen = search("negotiations zeppelins");
  CHECK(fallen.fell_back_to_any);
  CHECK_FALSE(fallen.notes.empty());
  CHECK(files(fallen) == Files{"c.txt"});
  CHECK(search("zeppelins").total_passages == 0);
}

TEST_CASE("operators do what they say") {
  CHECK(files(search("\"Tiger Forces\"")) == Files{"a.txt"});
  CHECK(search("\"Forces Tiger\"").total_passages == 0);
  CHECK(files(search("siege OR negotiations")) == Files{"a.txt", "c.txt"});
  CHECK(files(search("(siege OR negotiations) -withdrawal")) == Files{"a.txt"});
  CHECK(files(search("negotiat*")) == Files{"c.txt"});
  CHECK(files(search("place:Raqqa")) == Files{"c.txt"});
  CHECK(files(search("date:2017-10")) == Files{"b.txt"});
  CHECK(files(search("Ezzor")) == Files{"a.txt", "b.txt"});
  CHECK(files(search("\"Ezzor\"")) == Files{"a.txt"});
}

TEST_CASE("filters take ids, names and aliases; values of a dimension are ORed, dimensions ANDed") {
  CHECK(files(search("", {{"place", "Rakka"}})) == Files{"c.txt"});
  CHECK(files(search("", {{"place", "Raqqa"}, {"place", "Deir Ezzor"}})) ==
        Files{"a.txt", "b.txt", "c.txt", "d.txt"});
  CHECK(files(search("", {{"place", "Deir Ezzor"}, {"actor", "SDF"}})) == Files{"b.txt"});
  CHECK(files(search("", {{"place", "Deir Ezzor"}, {"actor", "SDF", true}})) ==
        Files{"a.txt", "d.txt"});
  CHECK(files(search("", {{"source", "Jazira Notebook"}})) == Files{"b.txt", "c.txt"});
  CHECK(files(search("", {{"place", "Syria"}})) == Files{"a.txt", "b.txt", "c.txt", "d.txt"});
}

TEST_CASE("dates overlap: a month finds its days, a day finds its month") {
  CHECK(files(search("", {{"date", "2017-09"}})).count("a.txt") == 1);
  CHECK(files(search("", {{"date", "2017-10-03"}})).count("b.txt") == 1);
  CHECK(files(search("", {{"date", "2017-10-21..2018"}})).count("b.txt") == 1);
  CHECK(files(search("", {{"date", "1999"}})).empty());
  CHECK(files(search("", {{"date", "none"}})) == Files{"c.txt", "d.txt"});
  CHECK(files(search("", {{"published", "2017-09..2017-10"}})) == Files{"a.txt", "b.txt"});
  CHECK(files(search("", {{"published", "none"}})) == Files{"c.txt"});
}

TEST_CASE("a filter value nobody names is refused with suggestions") {
  try {
    (void)search("", {{"place", "Rakqa"}});
    FAIL("accepted");
  } catch (const RequestError& error) {
    CHECK(error.argument() == "place");
    REQUIRE_FALSE(error.suggestions().empty());
    CHECK(error.suggestions().front() == "Raqqa");
  }
  CHECK_THROWS_AS(search("", {{"date", "yesterdayish"}}), RequestError);
  CHECK_THROWS_AS(search("", {{"date", "2018..2017"}}), RequestError);
  CHECK_THROWS_AS(search("", {{"colour", "red"}}), RequestError);
}

TEST_CASE("hits point back to the bytes of the file") {
  for (const auto& hit : search("Deir Ezzor").hits) {
    const auto file = small_index().articles() / hit.article.file;
    const auto bytes = [&] {
      std::ifstream in(file, std::ios::binary);
      return std::string(std::istreambuf_iterator<char>(in), {});
    }();
    CHECK(bytes.substr(hit.bytes.begin, hit.bytes.end - hit.bytes.begin) == hit.text);
    CHECK(hit.line == 1);
    REQUIRE_FALSE(hit.snippet.marks.empty());
    for (const auto& mention : hit.mentions)
      CHECK(bytes.substr(mention.bytes.begin, mention.bytes.end - mention.bytes.begin) ==
            mention.text);
  }
}

TEST_CASE("articles can be what a hit is") {
  SearchRequest request;
  request.group = GroupBy::article;
  const auto results = small_index().searcher().search(request);
  CHECK(results.hits.size() == results.total_articles);
}

TEST_CASE("sorting by date goes by what happened, sorting by publication by when it was told") {
  SearchRequest request;
  request.sort = SortBy::date;
  auto results = small_index().searcher().search(request);
  CHECK(results.hits.front().article.file == "a.txt");
  request.sort = SortBy::published;
  results = small_index().searcher().search(request);
  CHECK(results.hits.front().article.file == "d.txt");
  CHECK(results.hits.back().article.file == "c.txt");
}

TEST_CASE("offset and limit are windows on one order") {
  SearchRequest request;
  request.limit = 100;
  const auto all = small_index().searcher().search(request);
  request.limit = 1;
  for (request.offset = 0; request.offset < all.hits.size(); ++request.offset) {
    const auto one = small_index().searcher().search(request);
    REQUIRE(one.hits.size() == 1);
    CHECK(one.hits.front().passage == all.hits[request.offset].passage);
    CHECK(one.hits.front().rank == request.offset + 1);
    CHECK(one.total_passages == all.total_passages);
  }
  request.offset = 1000;
  CHECK(small_index().searcher().search(request).hits.empty());
}

TEST_CASE("a new generation is picked up without opening anew, and results outlive the searcher") {
  TemporaryIndex index({{"a.txt", "The first article speaks of a bridge.", "", ""}});
  SearchResults before;
  {
    const auto searcher = index.searcher();
    SearchRequest request;
    request.query = "bridge";
    before = searcher.search(request);
    std::ofstream(index.articles() / "b.txt") << "The second article speaks of a bridge too.";
    index.build(index.articles());
    const auto after = searcher.search(request);
    CHECK(after.total_passages == 2);
    CHECK(after.generation != before.generation);
  }
  CHECK(before.total_passages == 1);
  CHECK(before.hits.front().article.file == "a.txt");
}
