// Requests that end in a value, whatever becomes of them: answers, errors, deadlines, cancellation.
#include <optional>

#include "furat/searcher.hpp"
#include "index/attempt.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::sample;

namespace {

/// The kind of error of every request, given what is wrong with all of them.
struct Limits {
  std::optional<std::chrono::milliseconds> deadline;
  std::stop_token stop;
};

template <class T>
std::optional<Error::Kind> kind_of(const Result<T>& result) {
  if (result.has_value()) return std::nullopt;
  return result.error().kind;
}

std::vector<std::optional<Error::Kind>> kinds_with(const Limits& limits) {
  SearchRequest search;
  search.query = "Raqqa";
  search.facets = {"place", "date"};
  search.deadline = limits.deadline;
  search.stop = limits.stop;
  ShowRequest show;
  show.passage = sample().search({}).hits.at(0).passage;
  show.deadline = limits.deadline;
  show.stop = limits.stop;
  SuggestRequest suggest;
  suggest.prefix = "ra";
  suggest.deadline = limits.deadline;
  suggest.stop = limits.stop;
  TimelineRequest timeline;
  timeline.search = search;
  PivotRequest pivot;
  pivot.search = search;
  pivot.rows = "place";
  pivot.columns = "actor";
  ValuesRequest values;
  values.search = search;
  SimilarRequest similar{show.passage, search};
  FacetValuesRequest facet_values;
  facet_values.search = search;
  facet_values.dimension = "actor";
  const auto& searcher = sample();
  return {kind_of(searcher.try_search(search)),   kind_of(searcher.try_timeline(timeline)),
          kind_of(searcher.try_pivot(pivot)),     kind_of(searcher.try_values(values)),
          kind_of(searcher.try_show(show)),       kind_of(searcher.try_similar(similar)),
          kind_of(searcher.try_suggest(suggest)), kind_of(searcher.try_facet_values(facet_values))};
}

std::vector<std::optional<Error::Kind>> all(std::optional<Error::Kind> kind) {
  return std::vector<std::optional<Error::Kind>>(8, kind);
}

}  // namespace

TEST_CASE("every kind of request can be answered, run out of time and be cancelled") {
  std::stop_source stopped;
  stopped.request_stop();
  CHECK(kinds_with({std::nullopt, {}}) == all(std::nullopt));
  CHECK(kinds_with({std::chrono::hours(1), std::stop_source().get_token()}) == all(std::nullopt));
  CHECK(kinds_with({std::chrono::milliseconds::max(), {}}) == all(std::nullopt));
  CHECK(kinds_with({std::chrono::milliseconds(0), {}}) == all(Error::Kind::deadline));
  CHECK(kinds_with({std::nullopt, stopped.get_token()}) == all(Error::Kind::cancelled));
}

TEST_CASE("an error of a request says what its exception says") {
  SearchRequest request;
  request.filters = {{"place", "Raqqaa Qity"}};
  const auto result = sample().try_search(request);
  REQUIRE_FALSE(result.has_value());
  try {
    static_cast<void>(sample().search(request));
    FAIL("the place is unknown");
  } catch (const RequestError& error) {
    CHECK(result.error().kind == Error::Kind::request);
    CHECK(result.error().message == error.what());
    CHECK(result.error().argument == "place");
    CHECK(result.error().text == error.text());
    CHECK(result.error().suggestions == error.suggestions());
  }
  request.filters.clear();
  request.query = "raqqa AND (";
  const auto unclosed = sample().try_search(request);
  REQUIRE_FALSE(unclosed);
  CHECK(unclosed.error().argument == "query");
  CHECK(unclosed.error().column > 0);
  CHECK_THROWS_AS(unclosed.value(), std::bad_variant_access);
}

TEST_CASE("an index that is not there is an error too") {
  const auto result = Searcher::try_open("/nonexistent/furat");
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().kind == Error::Kind::index);
  CHECK(result.error().index_kind == IndexError::Kind::not_found);
  CHECK(result.error().path == "/nonexistent/furat");
  CHECK_THROWS_AS(result.value(), std::bad_variant_access);
}

TEST_CASE("a result holds what the function gives, and what else it may throw") {
  const auto answer = index::attempt([] { return 41 + 1; });
  CHECK(answer.value() == 42);
  CHECK(*answer == 42);
  CHECK_THROWS_AS(answer.error(), std::bad_variant_access);
  const auto kind_thrown = [](const auto& error) {
    return index::attempt([&]() -> int { throw error; }).error().kind;
  };
  CHECK(kind_thrown(std::bad_alloc()) == Error::Kind::out_of_memory);
  CHECK(kind_thrown(std::runtime_error("odd")) == Error::Kind::internal);
  CHECK(kind_thrown(7) == Error::Kind::internal);
}

TEST_CASE("a searcher can be moved, and answers outlive it") {
  std::optional<Searcher> searcher(std::in_place, sample().info().path);
  SearchRequest request;
  request.query = "Raqqa";
  request.facets = {"place"};
  auto results = searcher->search(request);
  Searcher moved(std::move(*searcher));
  searcher.reset();
  CHECK(moved.search(request).total_passages == results.total_passages);
  auto opened = Searcher::try_open(sample().info().path);
  REQUIRE(opened);
  moved = std::move(opened).value();
  auto again = moved.try_search(request).value();
  moved = Searcher(sample().info().path, {1});
  CHECK(again.hits.at(0).text == results.hits.at(0).text);
  CHECK(again.facets.at(0).values.at(0).name == results.facets.at(0).values.at(0).name);
}
