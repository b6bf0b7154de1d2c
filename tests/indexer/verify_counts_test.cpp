// verify --counts: a recount of every facet value, and what it finds where a count is wrong.
#include <xapian.h>

#include "index/schema.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/index_database.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;

TEST_CASE("a recount of the sample archive finds the values that facets list, and no fault") {
  const test::TemporaryIndex index(test::sample_archive());
  const auto check = verify_counts(index.path());
  CHECK(check.faults == std::vector<std::string>{});
  SearchRequest everything;
  everything.limit = everything.facet_limit = 0;
  for (const auto& row : check.dimensions) everything.facets.push_back(row.dimension);
  const auto results = index.searcher().search(everything);
  CHECK(check.passages == results.total_passages);
  REQUIRE(check.dimensions.size() == results.facets.size());
  for (std::size_t i = 0; i < results.facets.size(); ++i) {
    const auto& facet = results.facets[i];
    CAPTURE(facet.dimension);
    CHECK(check.dimensions[i].without == facet.passages_without);
    // Nodes of dates count below and above themselves.
    if (facet.dimension == "date" || facet.dimension == "published") continue;
    std::size_t counted = 0;
    for (const auto& value : facet.values) counted += value.passages;
    CHECK(check.dimensions[i].values == facet.total_values);
    CHECK(check.dimensions[i].counted == counted);
  }
}

TEST_CASE("a passage that lost the term of a place is a fault of that place's count") {
  const test::TemporaryIndex index(std::vector<test::TestArticle>{
      {"a.txt", "The bridge of Raqqa was closed for two days.", "2017-05-01", "Local News"}});
  REQUIRE(verify_counts(index.path()).faults.empty());
  {
    auto database = test::writable_database_of(index.path());
    auto document = database.get_document(1);
    document.remove_term(std::string(index::prefix::kPlace) + "sy-raqqa");
    database.replace_document(1, document);
    database.commit();
  }
  const auto faults = verify_counts(index.path()).faults;
  REQUIRE(faults.size() == 1);
  CHECK(faults.front() ==
        "the slots of 1 passages have the value of term XP:sy-raqqa, its postings 0");
}
