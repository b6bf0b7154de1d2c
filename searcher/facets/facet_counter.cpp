#include "searcher/facets/facet_counter.hpp"

#include <algorithm>

#include "searcher/facets/date_facet.hpp"
#include "searcher/facets/kind_facet.hpp"
#include "searcher/facets/value_facet.hpp"

namespace furat {

std::vector<PassageOfArticle> by_article(const std::vector<Xapian::docid>& passages,
                                         const index::FacetColumns& columns) {
  std::vector<PassageOfArticle> ordered;
  ordered.reserve(passages.size());
  for (const auto id : passages) ordered.push_back({columns.article(id), id});
  const auto before = [](const PassageOfArticle& a, const PassageOfArticle& b) {
    return std::pair(a.article, a.passage) < std::pair(b.article, b.passage);
  };
  // Matches mostly come in this order already.
  if (!std::is_sorted(ordered.begin(), ordered.end(), before))
    std::sort(ordered.begin(), ordered.end(), before);
  return ordered;
}

FacetCounts count_facet(index::Dimension dimension, const MatchedPassages& passages,
                        const FacetOptions& options, const GenerationView& view) {
  switch (dimension) {
    case index::Dimension::date:
    case index::Dimension::published:
      return count_date_facet(dimension, passages, options, view);
    case index::Dimension::kind:
      return count_kind_facet(passages, options, view);
    default:
      return count_value_facet(dimension, passages, options, view);
  }
}

}  // namespace furat
