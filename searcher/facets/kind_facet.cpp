#include "searcher/facets/kind_facet.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "index/actor_kinds.hpp"

namespace furat {
namespace {

struct Count {
  std::size_t passages = 0;
  std::size_t articles = 0;
  std::uint32_t last_article = 0;
};

using Counts = std::array<Count, index::kActorKinds.size()>;

Counts count_kinds(const std::vector<PassageOfArticle>& passages,
                   const index::FacetColumns& columns, std::size_t& without) {
  Counts counts;
  for (const auto& [article, passage] : passages) {
    const auto kinds = columns.values(index::Dimension::kind, passage);
    if (kinds.empty()) ++without;
    for (const auto kind : kinds) {
      if (kind >= counts.size()) continue;  // of a damaged column
      auto& count = counts[kind];
      if (count.passages == 0 || count.last_article != article) ++count.articles;
      count.last_article = article;
      ++count.passages;
    }
  }
  return counts;
}

}  // namespace

FacetCounts count_kind_facet(const std::vector<Xapian::docid>& passages,
                             const FacetOptions& options, const GenerationView& view) {
  FacetCounts result;
  result.dimension = index::info(index::Dimension::kind).name;
  const auto counts =
      count_kinds(by_article(passages, view.columns()), view.columns(), result.passages_without);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    FacetValue value;
    value.id = index::kActorKinds[i].id;
    value.name = index::kActorKinds[i].label;
    value.passages = value.precise = counts[i].passages;
    value.articles = counts[i].articles;
    value.selected = options.selected.count(value.id) != 0;
    if (value.passages != 0) ++result.total_values;
    if (value.passages != 0 || value.selected) result.values.push_back(std::move(value));
  }
  std::stable_sort(
      result.values.begin(), result.values.end(),
      [](const FacetValue& a, const FacetValue& b) { return a.passages > b.passages; });
  std::size_t listed = 0;
  std::erase_if(result.values, [&](const FacetValue& value) {
    return !value.selected && options.limit != 0 && ++listed > options.limit;
  });
  return result;
}

}  // namespace furat
