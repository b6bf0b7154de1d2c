// Dates that a thread of their own counts: the same as those that the request counts itself.
#include "searcher/facets/dates_ahead.hpp"

#include <xapian.h>

#include "searcher/facets/date_facet.hpp"
#include "searcher/view/local_generation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;

namespace {

std::shared_ptr<const MatchedPassages> passages_with(const std::string& stem,
                                                     const GenerationView& view) {
  return std::make_shared<const MatchedPassages>(view.matched(Xapian::Query(stem)));
}

/// Enough of a facet to tell two apart.
std::vector<std::tuple<std::string, std::size_t, std::size_t, std::size_t>> rows(
    const FacetCounts& facet) {
  std::vector<std::tuple<std::string, std::size_t, std::size_t, std::size_t>> rows;
  for (const auto& value : facet.values)
    rows.emplace_back(value.id, value.passages, value.articles, value.precise);
  return rows;
}

}  // namespace

TEST_CASE("dates counted ahead are those that the facet counts") {
  const GenerationView view(std::make_shared<LocalGeneration>(test::sample_index().path()));
  const auto matches = passages_with("syria", view);
  REQUIRE(matches->count() > 20);
  DatesAhead ahead;
  ahead.begin(matches, view, 1);
  // What the request counts meanwhile is counted elsewhere.
  const auto published = count_facet(index::Dimension::published, *matches, {}, view);
  const auto* dates = ahead.of(*matches);
  REQUIRE(dates != nullptr);
  const auto facet = date_facet_of(*dates, index::Dimension::date, {}, view);
  const auto expected = count_facet(index::Dimension::date, *matches, {}, view);
  CHECK(facet.values.size() > 5);
  CHECK(rows(facet) == rows(expected));
  CHECK(rows(published) == rows(count_facet(index::Dimension::published, *matches, {}, view)));
  CHECK(ahead.of(*matches) == dates);
}

TEST_CASE("few matches, all passages and other matches are not counted ahead") {
  const GenerationView view(std::make_shared<LocalGeneration>(test::sample_index().path()));
  const auto matches = passages_with("syria", view);
  DatesAhead ahead;
  ahead.begin(matches, view);
  CHECK(ahead.of(*matches) == nullptr);
  const auto everything =
      std::make_shared<const MatchedPassages>(view.matched(Xapian::Query(std::string())));
  ahead.begin(everything, view, 1);
  CHECK(ahead.of(*everything) == nullptr);
  ahead.begin(matches, view, 1);
  CHECK(ahead.of(*passages_with("syria", view)) == nullptr);
}

TEST_CASE("a request whose time is over while its dates are counted is given up") {
  GenerationView view(std::make_shared<LocalGeneration>(test::sample_index().path()));
  const auto matches = passages_with("syria", view);
  std::stop_source stop;
  stop.request_stop();
  const Deadline cancelled(std::nullopt, stop.get_token());
  view.set_deadline(cancelled);
  DatesAhead ahead;
  ahead.begin(matches, view, 1);
  CHECK_THROWS_AS(ahead.of(*matches), Cancelled);
}
