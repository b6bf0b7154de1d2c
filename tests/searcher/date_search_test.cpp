// Dates in requests, from the outside: modes, words, the present, the day of publication, order.
#include <algorithm>

#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;

namespace {

const Searcher& searcher() {
  static const test::TemporaryIndex index(std::vector<test::TestArticle>{
      {"day.txt", "The bridge fell on 5 September 2017.", "2017-09-06", "Wire"},
      {"days.txt", "The bridge was shelled from 3 to 9 September 2017.", "2017-09-20", "Wire"},
      {"months.txt", "The bridge was closed from March to October 2017.", "2017-11-02", "Wire"},
      {"turn.txt", "The bridge was closed from December 2016 to January 2017.", "2017-02-02", ""},
      {"since.txt", "The bridge has been closed since 2014.", "2018-01-31", ""},
      {"since-undated.txt", "The bridge has been guarded since 2015.", "", ""},
      {"until.txt", "The bridge was open until March 2017.", "2019-06-01", ""},
      {"no-year.txt", "The bridge fell on the night of 9 February.", "", ""},
      {"two.txt", "The bridge fell in June 2017; a book of 1987 shows it.", "2019-02-12", ""},
      {"none.txt", "The bridge is made of stone.", "2017-09-06", ""},
  });
  static const Searcher instance = index.searcher();
  return instance;
}

using Files = std::vector<std::string>;

Files in_order(const SearchRequest& request) {
  Files files;
  for (const auto& hit : searcher().search(request).hits) files.push_back(hit.article.file);
  return files;
}

Files files(const SearchRequest& request) {
  auto found = in_order(request);
  std::sort(found.begin(), found.end());
  return found;
}

SearchRequest dated(const std::string& date, DateMode mode = DateMode::overlap) {
  SearchRequest request;
  request.limit = 100;
  request.filters = {{"date", date}};
  request.date_mode = mode;
  return request;
}

SearchRequest queried(const std::string& query) {
  SearchRequest request;
  request.limit = 100;
  request.query = query;
  return request;
}

}  // namespace

TEST_CASE("a date filter asks for overlap, for a date inside, or for one that has it all") {
  CHECK(files(dated("2017-09")) ==
        Files{"day.txt", "days.txt", "months.txt", "since-undated.txt", "since.txt"});
  CHECK(files(dated("2017-09", DateMode::within)) == Files{"day.txt", "days.txt"});
  CHECK(files(dated("2017-09", DateMode::contains)) ==
        Files{"months.txt", "since-undated.txt", "since.txt"});
  CHECK(files(dated("2017-09-04..2017-09-06", DateMode::within)) == Files{"day.txt"});
  CHECK(files(dated("2017-09-04..2017-09-06", DateMode::contains)) ==
        Files{"days.txt", "months.txt", "since-undated.txt", "since.txt"});
  // Both years have days of it, neither has it whole.
  CHECK(files(dated("2016", DateMode::within)).empty());
  CHECK(files(dated("2016-11..2017-02", DateMode::within)) == Files{"turn.txt"});
}

TEST_CASE("an open date lies inside nothing that ends, and has what it is known to reach") {
  CHECK(files(dated("2014..2018", DateMode::within)) ==
        Files{"day.txt", "days.txt", "months.txt", "turn.txt", "two.txt"});
  CHECK(files(dated("2014-06..", DateMode::within)) ==
        Files{"day.txt", "days.txt", "months.txt", "since-undated.txt", "turn.txt", "two.txt"});
  CHECK(files(dated("..2017-05", DateMode::within)) == Files{"turn.txt", "two.txt", "until.txt"});
  CHECK(files(dated("2018-01", DateMode::contains)) == Files{"since-undated.txt", "since.txt"});
  CHECK(files(dated("2018-02", DateMode::contains)) == Files{"since-undated.txt"});
}

TEST_CASE("the mode holds for exclusions and for the field date: too") {
  auto request = queried("bridge date:2017-09");
  request.date_mode = DateMode::within;
  CHECK(files(request) == Files{"day.txt", "days.txt"});
  request.query = "date:2017-09";
  request.filters = {{"date", "2017-09-05", true}};
  CHECK(files(request) == Files{"days.txt"});
  request.filters = {{"published", "2017-09-20"}};
  CHECK(files(request) == Files{"days.txt"});
}

TEST_CASE("unknown years have the three modes by month and day") {
  for (const auto mode : {DateMode::overlap, DateMode::within, DateMode::contains})
    CHECK(files(dated("--02-09", mode)) == Files{"no-year.txt"});
  CHECK(files(dated("--02", DateMode::within)) == Files{"no-year.txt"});
  CHECK(files(dated("--02", DateMode::contains)).empty());
  CHECK(files(dated("9 February")) == Files{"no-year.txt"});
}

TEST_CASE("with open dates and unknown years each count is that of the click, in each mode") {
  const auto mode = GENERATE(DateMode::overlap, DateMode::within, DateMode::contains);
  auto request = queried("bridge");
  request.date_mode = mode;
  request.facets = {"date"};
  request.facet_limit = 0;
  const auto results = searcher().search(request);
  const auto& facet = results.facets.at(0);
  CHECK(facet.values.size() > 5);
  CHECK(facet.passages_without == 1);
  bool unknown_year = false;
  for (const auto& value : facet.values) {
    CAPTURE(value.id);
    unknown_year = unknown_year || value.id == "--02-09";
    const auto click = searcher().search(dated(value.id, mode));
    CHECK(click.total_passages == value.passages);
    CHECK(click.total_articles == value.articles);
    const auto inside = mode == DateMode::overlap ? DateMode::within : mode;
    CHECK(files(dated(value.id, inside)).size() == value.precise);
  }
  CHECK(unknown_year);
}

TEST_CASE("words are read, said to be read, and mark the facet value they mean") {
  auto request = dated("Sept 2017", DateMode::within);
  request.facets = {"date"};
  const auto results = searcher().search(request);
  CHECK(results.total_passages == 2);
  CHECK(results.notes == std::vector<std::string>{"'Sept 2017' was read as 2017-09"});
  const auto& values = results.facets.at(0).values;
  const auto selected = std::find_if(values.begin(), values.end(),
                                     [](const FacetValue& value) { return value.selected; });
  REQUIRE(selected != values.end());
  CHECK(selected->id == "2017-09");
  CHECK(selected->passages == 2);
  CHECK(searcher().search(dated("2017-09")).notes.empty());

  request = queried("bridge date:\"early June 2017\" published:2019");
  CHECK(files(request) == Files{"two.txt"});
  CHECK(searcher().search(request).notes ==
        std::vector<std::string>{"'early June 2017' was read as 2017-06-01..2017-06-10"});
}

TEST_CASE("the present is what the request says, or there is none") {
  auto request = dated("last week");
  CHECK_THROWS_AS(searcher().search(request), RequestError);
  request.now = "2017-09-12";
  CHECK(files(request).front() == "day.txt");
  request.now = "2017-09-30";
  CHECK(files(request) == Files{"months.txt", "since-undated.txt", "since.txt"});
  request = queried("date:yesterday");
  request.now = "2017-09-06";
  request.date_mode = DateMode::within;
  CHECK(files(request) == Files{"day.txt"});
  request.now = "2017";
  CHECK_THROWS_AS(searcher().search(request), RequestError);
}

TEST_CASE("reported by a day: what had been published by its end") {
  auto request = queried("bridge");
  request.reported_by = "2017-09-19";
  CHECK(files(request) == Files{"day.txt", "none.txt", "turn.txt"});
  request.reported_by = "2017-09";
  CHECK(files(request) == Files{"day.txt", "days.txt", "none.txt", "turn.txt"});
  SECTION("in words, which are said") {
    request.reported_by = "yesterday";
    request.now = "2017-02-03";
    CHECK(files(request) == Files{"turn.txt"});
    CHECK(searcher().search(request).notes.at(0) == "'yesterday' was read as 2017-02-02");
  }
  SECTION("it restricts the counts of publication days and is no selection of them") {
    request.facets = {"published"};
    const auto results = searcher().search(request);
    for (const auto& value : results.facets.at(0).values) {
      CHECK(value.id <= "2017-09-20");
      CHECK_FALSE(value.selected);
    }
    CHECK(results.facets.at(0).passages_without == 0);
  }
  SECTION("what has no last day is refused") {
    for (const auto* time : {"none", "--02-09", "2017..", "soon", ""}) {
      request.reported_by = time;
      CHECK_THROWS_AS(searcher().search(request), RequestError);
    }
  }
}

TEST_CASE("by date, hits stand by their first day inside what was asked for, undated last") {
  auto request = queried("bridge");
  request.sort = SortBy::date;
  const auto all = in_order(request);
  CHECK(all.front() == "two.txt");  // the book of 1987
  CHECK(all.size() == 10);
  request.filters = {{"date", "2017-04..2017-09"}};
  CHECK(in_order(request) ==
        Files{"months.txt", "since-undated.txt", "since.txt", "two.txt", "days.txt", "day.txt"});
  request.filters.push_back({"date", "--02-09"});
  CHECK(in_order(request).back() == "no-year.txt");
}
