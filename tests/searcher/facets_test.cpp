// The first invariant: the count beside a facet value is the number of hits after selecting it.
// Every value of the sample archive.
#include <algorithm>
#include <map>
#include <set>

#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::sample;

namespace {

const std::vector<std::string> kDimensions{"place", "actor", "date", "source", "published", "kind"};

SearchRequest faceted(const std::string& query, std::vector<Filter> filters = {}) {
  SearchRequest request;
  request.query = query;
  request.filters = std::move(filters);
  request.facets = kDimensions;
  request.facet_limit = 0;
  request.limit = 0;
  return request;
}

const FacetCounts& counts_of(const SearchResults& results, const std::string& dimension) {
  return *std::find_if(results.facets.begin(), results.facets.end(),
                       [&](const FacetCounts& facet) { return facet.dimension == dimension; });
}

/// The count of each value, found by asking for it: the brute force way.
void check_against_hits(const SearchRequest& request, const SearchResults& results) {
  for (const auto& facet : results.facets) {
    std::vector<Filter> others;
    for (const auto& filter : request.filters)
      if (filter.dimension != facet.dimension || filter.exclude) others.push_back(filter);
    for (const auto& value : facet.values) {
      auto selected = others;
      selected.push_back({facet.dimension, value.id});
      auto click = faceted(request.query, selected);
      click.facets.clear();
      click.place_roles = request.place_roles;
      click.date_mode = request.date_mode;
      click.match = results.fell_back_to_any ? MatchMode::any : MatchMode::all;
      const auto hits = sample().search(click);
      CAPTURE(request.query, facet.dimension, value.id);
      REQUIRE(hits.total_passages == value.passages);
      REQUIRE(hits.total_articles == value.articles);
      REQUIRE(value.precise <= value.passages);
      if (facet.dimension == "date") {
        click.date_mode =
            request.date_mode == DateMode::overlap ? DateMode::within : request.date_mode;
        REQUIRE(sample().search(click).total_passages == value.precise);
      }
    }
    auto none = others;
    none.push_back({facet.dimension, "none"});
    auto click = faceted(request.query, none);
    click.facets.clear();
    click.place_roles = request.place_roles;
    click.date_mode = request.date_mode;
    REQUIRE(sample().search(click).total_passages == facet.passages_without);
  }
}

}  // namespace

TEST_CASE("every facet count of the sample archive equals the hits after selecting the value") {
  const std::string query =
      GENERATE("", "ISIS", "oil OR gas", "Deir Ezzor", "\"Tiger Forces\"", "siege -Raqqa");
  const auto request = faceted(query);
  const auto results = sample().search(request);
  REQUIRE(results.total_passages > 0);
  check_against_hits(request, results);
}

TEST_CASE("with selections a dimension is counted as if it had none, the others with it") {
  const auto filters =
      GENERATE(std::vector<Filter>{{"place", "Raqqa"}},
               std::vector<Filter>{{"place", "Raqqa"}, {"place", "Palmyra"}, {"actor", "ISIS"}},
               std::vector<Filter>{{"date", "2017"},
                                   {"date", "2016"},
                                   {"actor", "SDF"},
                                   {"actor", "Tiger Forces"},
                                   {"place", "Syria"}},
               std::vector<Filter>{{"kind", "rebels"}, {"kind", "media"}, {"place", "Syria"}},
               std::vector<Filter>{{"date", "2017-09..2017-11"}, {"place", "Deir Ezzor", true}});
  const auto request = faceted("", filters);
  check_against_hits(request, sample().search(request));
}

TEST_CASE("in whatever roles places count, the counts equal the hits") {
  const std::set<std::string> roles =
      GENERATE(std::set<std::string>{"of"}, std::set<std::string>{"says", "dateline"},
               std::set<std::string>{"at", "in-name"}, std::set<std::string>{"all"});
  auto request = faceted("ISIS", {{"actor", "SDF"}});
  request.facets = {"place"};
  request.place_roles = roles;
  check_against_hits(request, sample().search(request));
  request.filters.push_back({"place", "Syria"});
  check_against_hits(request, sample().search(request));
}

TEST_CASE("in each date mode the counts equal the hits") {
  auto request = faceted(GENERATE("", "ISIS"));
  request.date_mode = GENERATE(DateMode::within, DateMode::contains);
  request.facets = {"date", "published"};
  const auto open = sample().search(request);
  REQUIRE(counts_of(open, "date").total_values > 100);
  check_against_hits(request, open);
  request.filters = {{"date", "2017-09"}, {"actor", "ISIS"}};
  const auto selected = sample().search(request);
  const auto& dates = counts_of(selected, "date").values;
  CHECK(std::count_if(dates.begin(), dates.end(), [](const auto& v) { return v.selected; }) == 1);
  check_against_hits(request, selected);
}

TEST_CASE("the passages of a place in several roles are those in either of them") {
  const auto passages = [](const std::string& query, const std::set<std::string>& roles) {
    auto request = faceted(query, {{"place", "us"}});
    request.place_roles = roles;
    request.facets.clear();
    request.limit = 100'000;
    std::set<std::string> keys;
    for (const auto& hit : sample().search(request).hits) keys.insert(hit.passage);
    return keys;
  };
  std::set<std::string> united;
  for (const std::string role : {"at", "of", "says", "in-name", "dateline"})
    united.merge(passages("", {role}));
  CHECK(passages("", {"all"}) == united);
  CHECK(passages("place:us", {"all"}) == united);
  CHECK(passages("", {"at"}).size() < united.size());
}

TEST_CASE("a role that there is not, or none at all, is refused") {
  for (const auto& roles : {std::set<std::string>{}, {"at", "where"}, {""}}) {
    auto request = faceted("");
    request.place_roles = roles;
    CHECK_THROWS_AS(sample().search(request), RequestError);
  }
}

TEST_CASE("a selected value stays listed, whatever its count and the limit") {
  auto request = faceted("Mosul", {{"place", "Afrin"}});
  request.facet_limit = 1;
  const auto results = sample().search(request);
  const auto& places = counts_of(results, "place").values;
  CHECK(std::any_of(places.begin(), places.end(), [](const FacetValue& value) {
    return value.id == "sy-afrin" && value.selected;
  }));
}

// An actor stands under whom it belonged to last, and need not have done so in every passage.
TEST_CASE(
    "values stand in tree order, parents before and never smaller than children of all times") {
  const auto results = sample().search(faceted(""));
  for (const auto& facet : results.facets) {
    std::map<std::string, FacetValue> seen;
    for (const auto& value : facet.values) {
      if (value.parent.empty()) {
        CHECK(value.depth == 0);
      } else {
        CAPTURE(facet.dimension, value.id, value.parent);
        REQUIRE(seen.count(value.parent) == 1);
        const auto& parent = seen.at(value.parent);
        CHECK(value.depth == parent.depth + 1);
        if (value.id != "jabhat-al-nusra") CHECK(value.passages <= parent.passages);
      }
      CHECK(seen.emplace(value.id, value).second);
    }
    CHECK(facet.values.size() == facet.total_values);
  }
}

namespace {

/// First and last day of each date with both: a range goes to the last day of the mention behind
/// it.
std::vector<std::pair<std::string, std::string>> closed_dates(const Hit& hit) {
  std::vector<MentionInfo> dates;
  for (const auto& mention : hit.mentions)
    if (mention.dimension == "date") dates.push_back(mention);
  std::vector<std::pair<std::string, std::string>> closed;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const auto& flags = dates[i].flags;
    const bool range = std::count(flags.begin(), flags.end(), "begins-range") != 0;
    const auto& first = dates[i].first;
    if (range) ++i;
    // What an open side reaches depends on the publication day.
    if (!first.empty() && !dates.at(i).last.empty()) closed.emplace_back(first, dates[i].last);
  }
  return closed;
}

}  // namespace

TEST_CASE("date filters return exactly the passages with an overlapping mention") {
  SearchRequest everything;
  everything.limit = 100'000;
  const auto all = sample().search(everything);
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"2017-09-05", "2017-09-05"},
                                                        {"2017-09-01", "2017-09-30"},
                                                        {"2016-01-01", "2016-12-31"},
                                                        {"2014-06-15", "2018-02-07"}}) {
    std::set<std::string> expected;
    for (const auto& hit : all.hits)
      for (const auto& [first, last] : closed_dates(hit))
        if (first <= to && from <= last) expected.insert(hit.passage);
    auto request = everything;
    request.filters = {{"date", from + ".." + to}};
    std::set<std::string> found;
    for (const auto& hit : sample().search(request).hits) found.insert(hit.passage);
    for (const auto& passage : expected) CHECK(found.count(passage) == 1);
    for (const auto& hit : all.hits) {
      const bool has_open_date =
          std::any_of(hit.mentions.begin(), hit.mentions.end(), [](const MentionInfo& mention) {
            return mention.dimension == "date" && mention.first.empty() != mention.last.empty();
          });
      if (!has_open_date) CHECK(found.count(hit.passage) == expected.count(hit.passage));
    }
  }
}
