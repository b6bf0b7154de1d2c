#include "searcher/facets/kind_facet.hpp"

#include <algorithm>
#include <cstdint>

#include "index/actor_kinds.hpp"
#include "searcher/facets/value_facet.hpp"

namespace furat {

using index::Dimension;

FacetCounts count_kind_facet(const MatchedPassages& passages, const FacetOptions& options,
                             const GenerationView& view) {
  const auto& counts = count_values(Dimension::kind, passages, options.place_roles, view);
  FacetCounts result;
  result.dimension = index::info(Dimension::kind).name;
  set_without(counts.without(), result);
  for (std::uint32_t i = 0; i < index::kActorKinds.size(); ++i) {
    const auto count = counts.of(i);
    FacetValue value;
    value.id = index::kActorKinds[i].id;
    value.name = index::kActorKinds[i].label;
    value.passages = value.precise = count.passages;
    value.articles = count.articles;
    value.stories = count.stories;
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
