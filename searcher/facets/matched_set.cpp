#include "searcher/facets/matched_set.hpp"

#include <algorithm>

namespace furat {

std::vector<Xapian::docid> all_matches(const Xapian::Database& database,
                                       const Xapian::Query& query) {
  MatchedSet matched;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&matched);
  // Without a demand for every document the spy would see only a few.
  const auto found = enquire.get_mset(0, 0, database.get_doccount());
  return matched.ids();
}

std::size_t count_articles(const std::vector<Xapian::docid>& passages,
                           const index::FacetColumns& columns) {
  std::vector<std::uint32_t> articles;
  articles.reserve(passages.size());
  for (const auto id : passages) articles.push_back(columns.article(id));
  std::sort(articles.begin(), articles.end());
  return static_cast<std::size_t>(std::unique(articles.begin(), articles.end()) - articles.begin());
}

}  // namespace furat
