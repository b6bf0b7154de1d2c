// Tables of two dimensions: each cell against the passages that selecting its values finds.
#include <algorithm>
#include <map>
#include <set>

#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/passage_keys.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::all_hits;
using furat::test::counted;
using furat::test::Keys;
using furat::test::sample;

namespace {

Keys keys_of(const SearchResults& results) {
  Keys keys;
  for (const auto& hit : results.hits) keys.insert(hit.passage);
  return keys;
}

Keys both(const Keys& a, const Keys& b) {
  Keys result;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::inserter(result, result.end()));
  return result;
}

Keys without(const Keys& a, const Keys& b) {
  Keys result;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(result, result.end()));
  return result;
}

/// The passages of each value of an axis, found without the pivot: by a filter, or by what the hits
/// name.
std::map<std::string, Keys> passages_by_value(const std::string& axis, bool ancestors,
                                              const SearchRequest& search,
                                              const std::vector<std::string>& ids) {
  std::map<std::string, Keys> found;
  if (axis == "place" && !ancestors) {
    for (const auto& hit : all_hits(search).hits)
      for (const auto& mention : hit.mentions)
        if (mention.dimension == "place" &&
            (search.place_roles.count(mention.role) != 0 || search.place_roles.count("all") != 0))
          found[mention.id].insert(hit.passage);
    return found;
  }
  for (const auto& id : ids) {
    auto click = search;
    if (axis == "place" || axis == "actor" || axis == "source" || axis == "kind")
      click.filters.push_back({axis, id});
    else if (axis.starts_with("published-"))
      click.filters.push_back({"published", id});
    else {
      click.filters.push_back({"date", id});
      click.date_mode = DateMode::within;
    }
    found[id] = keys_of(all_hits(click));
  }
  return found;
}

std::vector<std::string> ids_of(const std::vector<PivotRow>& rows) {
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.value.id);
  return ids;
}

std::vector<std::string> ids_of(const std::vector<PivotValue>& values) {
  std::vector<std::string> ids;
  for (const auto& value : values) ids.push_back(value.id);
  return ids;
}

struct Side {
  std::vector<Keys> shown;
  Keys others, without;
};

Side side_of(const std::map<std::string, Keys>& found, const std::vector<std::string>& shown,
             const Keys& all) {
  Side side;
  side.without = all;
  const std::set<std::string> is_shown(shown.begin(), shown.end());
  for (const auto& id : shown) side.shown.push_back(found.at(id));
  for (const auto& [id, keys] : found) {
    side.without = without(side.without, keys);
    if (is_shown.count(id) == 0) side.others.insert(keys.begin(), keys.end());
  }
  return side;
}

void check_row(const PivotRow& row, const Keys& keys, const Side& columns) {
  CAPTURE(row.value.id);
  REQUIRE(row.value.total == counted(keys));
  REQUIRE(row.others == counted(both(keys, columns.others)));
  REQUIRE(row.without == counted(both(keys, columns.without)));
  std::map<std::size_t, Counted> cells;
  for (const auto& cell : row.cells) cells[cell.column] = cell.counted;
  REQUIRE(cells.size() == row.cells.size());
  for (std::size_t i = 0; i < columns.shown.size(); ++i)
    REQUIRE(cells[i] == counted(both(keys, columns.shown[i])));
}

void check_pivot(const PivotRequest& request) {
  // Which values there are; that they are right the passages of each show.
  auto complete = request;
  complete.row_limit = complete.column_limit = 0;
  const auto everything = sample().pivot(complete);
  const auto all = keys_of(all_hits(request.search));
  const auto row_passages =
      passages_by_value(request.rows, request.ancestors, request.search, ids_of(everything.rows));
  const auto column_passages = passages_by_value(request.columns, request.ancestors, request.search,
                                                 ids_of(everything.columns));
  for (const auto& asked : {complete, request}) {
    const auto results = sample().pivot(asked);
    CAPTURE(request.rows, request.columns, request.search.query, asked.row_limit);
    REQUIRE(results.total_rows == row_passages.size());
    REQUIRE(results.total_columns == column_passages.size());
    const auto rows = side_of(row_passages, ids_of(results.rows), all);
    const auto columns = side_of(column_passages, ids_of(results.columns), all);
    for (std::size_t i = 0; i < results.rows.size(); ++i)
      check_row(results.rows[i], rows.shown[i], columns);
    for (std::size_t i = 0; i < results.columns.size(); ++i)
      REQUIRE(results.columns[i].total == counted(columns.shown[i]));
    check_row(results.other_rows, rows.others, columns);
    check_row(results.without_row, rows.without, columns);
    check_row(results.all_passages, all, columns);
  }
}

PivotRequest pivot_of(const std::string& rows, const std::string& columns,
                      const std::string& query) {
  PivotRequest request;
  request.search.query = query;
  request.search.fall_back_to_any = false;
  request.rows = rows;
  request.columns = columns;
  request.row_limit = 7;
  request.column_limit = 4;
  return request;
}

}  // namespace

TEST_CASE("each cell counts the passages that selecting both values finds") {
  const auto axes = GENERATE(std::pair<std::string, std::string>{"place", "month"},
                             std::pair<std::string, std::string>{"place", "place"},
                             std::pair<std::string, std::string>{"actor", "year"},
                             std::pair<std::string, std::string>{"kind", "place"},
                             std::pair<std::string, std::string>{"published-year", "kind"},
                             std::pair<std::string, std::string>{"source", "published-month"},
                             std::pair<std::string, std::string>{"day", "published-year"},
                             std::pair<std::string, std::string>{"decade", "published-day"});
  const std::string query = GENERATE("", "siege OR oil");
  check_pivot(pivot_of(axes.first, axes.second, query));
}

TEST_CASE("with ancestors the places are those of the place filter") {
  auto request = pivot_of("place", "actor", "Mayadin");
  request.ancestors = true;
  check_pivot(request);
  request.search.place_roles = {"of", "says"};
  check_pivot(request);
}

TEST_CASE("places count in the roles asked for, with filters and in articles") {
  auto request = pivot_of("place", "source", "ISIS");
  request.search.place_roles = {"all"};
  check_pivot(request);
  request.search.filters = {{"actor", "SDF"}, {"place", "Raqqa", true}};
  request.order = CountOf::articles;
  check_pivot(request);
}

TEST_CASE("kinds of places are those of the places that a passage names") {
  auto request = pivot_of("place-kind", "source", "bridge");
  request.row_limit = request.column_limit = 0;
  auto search = request.search;
  search.facets = {"place"};
  search.facet_limit = 0;
  const auto hits = all_hits(search);
  std::map<std::string, std::string> kinds;
  for (const auto& value : hits.facets.front().values) kinds[value.id] = value.kind;
  std::map<std::string, Keys> found;
  for (const auto& hit : hits.hits)
    for (const auto& mention : hit.mentions)
      if (mention.dimension == "place" && mention.role == "at")
        found[kinds.at(mention.id)].insert(hit.passage);
  const auto results = sample().pivot(request);
  REQUIRE(results.rows.size() == found.size());
  for (const auto& row : results.rows) CHECK(row.value.total == counted(found.at(row.value.id)));
}

TEST_CASE("values stand by their counts, dates by time, and date filters bound them") {
  auto request = pivot_of("actor", "month", "");
  request.search.filters = {{"date", "2017"}};
  request.order = GENERATE(CountOf::passages, CountOf::articles);
  const auto results = sample().pivot(request);
  REQUIRE(results.rows.size() == 7);
  REQUIRE(results.columns.size() == 4);
  const auto size = [&](const Counted& count) {
    return request.order == CountOf::passages ? count.passages : count.articles;
  };
  for (std::size_t i = 1; i < results.rows.size(); ++i)
    CHECK(size(results.rows[i - 1].value.total) >= size(results.rows[i].value.total));
  for (std::size_t i = 0; i < results.columns.size(); ++i) {
    CHECK(results.columns[i].id.starts_with("2017-"));
    if (i > 0) CHECK(results.columns[i - 1].id < results.columns[i].id);
  }
  CHECK(results.total_columns > 12);  // other years are among the others
}

TEST_CASE("a table without passages is empty, one of no dimension is refused") {
  const auto results = sample().pivot(pivot_of("place", "actor", "xylophone"));
  CHECK(results.rows.empty());
  CHECK(results.columns.empty());
  CHECK(results.all_passages.value.total == Counted{});
  for (const auto& name : {"", "places", "date", "published"}) {
    CHECK_THROWS_AS(sample().pivot(pivot_of(name, "actor", "")), RequestError);
    CHECK_THROWS_AS(sample().pivot(pivot_of("actor", name, "")), RequestError);
  }
}
