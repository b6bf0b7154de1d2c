// Timelines of whole searches: each bar against the hits after selecting it, and what has no bar.
#include <algorithm>
#include <map>

#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::sample;

namespace {

Counted hits_of(SearchRequest request, const std::optional<Filter>& selected) {
  if (selected) request.filters.push_back(*selected);
  request.limit = 0;
  const auto results = sample().search(request);
  return {results.total_passages, results.total_articles};
}

TimelineRequest timeline_of(const std::string& query, Clock clock, TimeUnit by) {
  TimelineRequest request;
  request.search.query = query;
  request.search.fall_back_to_any = false;
  request.clock = clock;
  request.by = by;
  return request;
}

const TimelineRow* row_named(const TimelineResults& results, const std::string& id) {
  const auto row = std::find_if(results.rows.begin(), results.rows.end(),
                                [&](const TimelineRow& each) { return each.id == id; });
  return row == results.rows.end() ? nullptr : &*row;
}

}  // namespace

TEST_CASE("each bar of publication is the hits after selecting it") {
  const std::string query = GENERATE("", "ISIS", "Deir Ezzor", "siege -Raqqa");
  const auto by = GENERATE(TimeUnit::day, TimeUnit::month, TimeUnit::year, TimeUnit::decade);
  const auto request = timeline_of(query, Clock::published, by);
  const auto results = sample().timeline(request);
  REQUIRE(!results.rows.empty());
  Counted all = results.undated;
  for (const auto& row : results.rows) {
    CAPTURE(query, row.id);
    REQUIRE(row.kind != TimelineRow::Kind::coarser);
    REQUIRE(hits_of(request.search, Filter{"published", row.id}) == row.counted);
    all.passages += row.counted.passages;
    all.articles += row.counted.articles;
  }
  CHECK(all == hits_of(request.search, {}));
  CHECK(results.undated == hits_of(request.search, Filter{"published", "none"}));
  CHECK(results.matched.total_passages == all.passages);
}

TEST_CASE("each bar of the time spoken of is the hits within it") {
  const std::string query = GENERATE("", "ISIS", "Deir Ezzor", "siege -Raqqa");
  const auto by = GENERATE(TimeUnit::day, TimeUnit::month, TimeUnit::year, TimeUnit::decade);
  const auto request = timeline_of(query, Clock::date, by);
  const auto results = sample().timeline(request);
  auto within = request.search;
  within.date_mode = DateMode::within;
  std::size_t buckets = 0;
  for (const auto& row : results.rows) {
    if (row.kind != TimelineRow::Kind::bucket) continue;
    CAPTURE(query, row.id);
    REQUIRE(hits_of(within, Filter{"date", row.id}) == row.counted);
    buckets += row.counted.passages > 0 ? 1 : 0;
  }
  CHECK(buckets > 0);
  CHECK(results.undated == hits_of(request.search, Filter{"date", "none"}));
  CHECK(results.unknown_year == hits_of(within, Filter{"date", "--"}));
}

TEST_CASE("a date filter bounds what is shown, and the rest is counted") {
  auto request = timeline_of("", Clock::date, TimeUnit::month);
  request.search.filters = {{"date", "2017-03"}, {"date", "2017-06..2017-09-10"}};
  const auto results = sample().timeline(request);
  CHECK(results.shown_first == "2017-03-01");
  CHECK(results.shown_last == "2017-09-10");
  REQUIRE(!results.rows.empty());
  for (const auto& row : results.rows) {
    CHECK(row.first <= "2017-09-10");
    CHECK(row.last >= "2017-03-01");
  }
  CHECK(row_named(results, "2017-10") == nullptr);
  SearchRequest within;
  within.date_mode = DateMode::within;
  for (const auto* month : {"2017-03", "2017-07", "2017-08"})
    CHECK(hits_of(within, Filter{"date", month}) == row_named(results, month)->counted);
  CHECK(results.outside.passages > 0);
  CHECK(results.in_rows.passages <= results.matched.total_passages);
}

TEST_CASE("dates that are known less closely never fall into the first bucket") {
  const test::TemporaryIndex index({
      {"year.txt", "The bridge was destroyed in 2017.", "2019-05-01", ""},
      {"months.txt", "It was closed from March to June 2017.", "2019-05-01", ""},
      {"month.txt", "It was opened again in January 2017.", "2019-05-01", ""},
      {"day.txt", "It fell on 7 January 2017 and in 2016.", "2019-05-01", ""},
      {"since.txt", "Nobody has crossed it since 2014.", "2019-05-01", ""},
      {"none.txt", "It is a bridge.", "", ""},
      {"unknown.txt", "It was repaired on 9 February.", "", ""},
      {"long.txt", "It was built between December 1999 and February 2000.", "2019-05-01", ""},
  });
  TimelineRequest request;
  request.by = TimeUnit::month;
  const auto results = index.searcher().timeline(request);
  CHECK(results.matched.total_passages == 8);
  std::map<std::string, std::size_t> counts;
  for (const auto& row : results.rows) counts[row.id] = row.counted.passages;
  CHECK(counts == std::map<std::string, std::size_t>{{"2016", 1}, {"2017", 2}, {"2017-01", 2}});
  CHECK(row_named(results, "2017")->kind == TimelineRow::Kind::coarser);
  CHECK(row_named(results, "2017-01")->kind == TimelineRow::Kind::bucket);
  CHECK(results.in_rows == Counted{4, 4});
  CHECK(results.open == Counted{1, 1});
  CHECK(results.undated == Counted{1, 1});
  CHECK(results.unknown_year == Counted{1, 1});
  CHECK(results.unplaced == Counted{1, 1});

  request.by = TimeUnit::year;
  const auto years = index.searcher().timeline(request);
  CHECK(row_named(years, "2017")->counted == Counted{4, 4});
  CHECK(row_named(years, "2017")->kind == TimelineRow::Kind::bucket);
}

TEST_CASE("a search without any passage has an empty timeline, a bad one is refused") {
  auto request = timeline_of("xylophone", Clock::date, TimeUnit::day);
  const auto results = sample().timeline(request);
  CHECK(results.rows.empty());
  CHECK(results.matched.total_passages == 0);
  request.search.filters = {{"date", "soon"}};
  CHECK_THROWS_AS(sample().timeline(request), RequestError);
}
