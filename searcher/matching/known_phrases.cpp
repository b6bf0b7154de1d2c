#include "searcher/matching/known_phrases.hpp"

#include <utility>
#include <vector>

#include "searcher/matching/matching_passages.hpp"
#include "searcher/matching/set_source.hpp"

namespace furat {
namespace {

using Query = Xapian::Query;

Query filter_by(PassageSet set, const GenerationView& view) {
  if (!view.is_one_local_database()) return view.verified_sets().add(std::move(set));
  return Query((new SetSource(std::move(set)))->release());
}

Query as_filtered_words(const Query& phrase, PassageSet set, const GenerationView& view) {
  std::vector<Query> words;
  for (std::size_t i = 0; i < phrase.get_num_subqueries(); ++i)
    words.push_back(phrase.get_subquery(i));
  return {Query::OP_FILTER, Query(Query::OP_AND, words.begin(), words.end()),
          filter_by(std::move(set), view)};
}

}  // namespace

Query with_known_phrases(const Query& query,  // NOLINT(misc-no-recursion): as deep as queries nest
                         const GenerationView& view) {
  switch (query.get_type()) {
    case Query::OP_PHRASE:
    case Query::OP_NEAR: {
      const auto known = known_matches(query, view.sets());
      return known ? as_filtered_words(query, known->set(), view) : query;
    }
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
    case Query::OP_AND_MAYBE: {
      std::vector<Query> parts;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        parts.push_back(with_known_phrases(query.get_subquery(i), view));
      return {query.get_type(), parts.begin(), parts.end()};
    }
    default:
      return query;
  }
}

}  // namespace furat
