// Phrases whose passages are known are ranked without their positions: as with them.
#include "searcher/matching/known_phrases.hpp"

#include "searcher/ranking/bm25.hpp"
#include "searcher/view/local_generation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using Query = Xapian::Query;

namespace {

std::vector<std::pair<Xapian::docid, double>> ranked(const GenerationView& view,
                                                     const Query& query) {
  Xapian::Enquire enquire(view.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(bm25::weighting_scheme());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const auto mset = enquire.get_mset(0, view.database().get_doccount());
  std::vector<std::pair<Xapian::docid, double>> passages;
  for (auto it = mset.begin(); it != mset.end(); ++it) passages.emplace_back(*it, it.get_weight());
  return passages;
}

bool has_phrase(const Query& query) {
  if (query.get_type() == Query::OP_PHRASE || query.get_type() == Query::OP_NEAR) return true;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    if (has_phrase(query.get_subquery(i))) return true;
  return false;
}

Query words(Query::op op, const std::vector<std::string>& stems, Xapian::termcount window) {
  return {op, stems.begin(), stems.end(), window};
}

}  // namespace

TEST_CASE("known phrases keep their passages and scores, wherever they stand in a query") {
  const GenerationView view(std::make_shared<LocalGeneration>(test::sample_index().path()));
  const auto oil = words(Query::OP_PHRASE, {"oil", "field"}, 2);
  const auto near = words(Query::OP_NEAR, {"islam", "state"}, 8);
  const auto queries = {oil,
                        near,
                        Query(Query::OP_OR, oil, Query("river")),
                        Query(Query::OP_AND, near, Query(Query::OP_OR, oil, Query("syria"))),
                        Query(Query::OP_AND_NOT, Query("oil"), oil),
                        Query(Query::OP_AND_MAYBE, Query("oil"), oil),
                        Query(Query::OP_FILTER, Query("state"), near)};
  CHECK(has_phrase(with_known_phrases(oil, view)));  // nothing is known of it yet
  for (const auto& query : queries) {
    CAPTURE(query.get_description());
    REQUIRE_FALSE(view.matches(query).empty());
    const auto known = with_known_phrases(query, view);
    CHECK_FALSE(has_phrase(known));
    const auto expected = ranked(view, query);
    const auto found = ranked(view, known);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(found[i].first == expected[i].first);
      CHECK(found[i].second == Approx(expected[i].second).epsilon(1e-12));
    }
  }
}

TEST_CASE("a phrase among synonyms stays what it is") {
  const GenerationView view(std::make_shared<LocalGeneration>(test::sample_index().path()));
  const auto oil = words(Query::OP_PHRASE, {"oil", "field"}, 2);
  (void)view.matches(oil);
  const auto known = with_known_phrases(Query(Query::OP_SYNONYM, oil, Query("oilfield")), view);
  CHECK(has_phrase(known));
}
