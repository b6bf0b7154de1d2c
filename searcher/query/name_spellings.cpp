#include "searcher/query/name_spellings.hpp"

#include <algorithm>
#include <utility>

namespace furat {
namespace {

/// Names of one tier that are this much less alike than the best one are left out.
constexpr double kTieMargin = 0.05;

}  // namespace

std::optional<ValuesSpelledAlike> values_spelled_like(const std::string& name,
                                                      std::optional<index::Dimension> dimension,
                                                      const GenerationView& view) {
  struct Find {
    analysis::SpelledName::Likeness likeness;
    std::vector<std::uint32_t> ordinals;
  };
  const analysis::SpelledName spelling(name);
  std::vector<Find> finds;
  for (const auto& skeleton : spelling.skeletons())
    for (auto& known : view.names_with_skeleton(skeleton)) {
      auto ordinals = dimension ? known.ordinals : known.expanded;
      if (dimension)
        std::erase_if(ordinals, [&](auto o) { return view.value(o).dimension != *dimension; });
      if (ordinals.empty()) continue;
      if (const auto likeness = spelling.likeness(known.name, skeleton))
        finds.push_back({*likeness, std::move(ordinals)});
    }
  if (finds.empty()) return std::nullopt;
  const auto before = [](const Find& a, const Find& b) {
    return std::pair(a.likeness.tier, -a.likeness.similarity) <
           std::pair(b.likeness.tier, -b.likeness.similarity);
  };
  const auto best = std::min_element(finds.begin(), finds.end(), before)->likeness;
  ValuesSpelledAlike result{best.tier, {}};
  for (const auto& find : finds)
    if (find.likeness.tier == best.tier && find.likeness.similarity >= best.similarity - kTieMargin)
      result.ordinals.insert(result.ordinals.end(), find.ordinals.begin(), find.ordinals.end());
  std::sort(result.ordinals.begin(), result.ordinals.end());
  result.ordinals.erase(std::unique(result.ordinals.begin(), result.ordinals.end()),
                        result.ordinals.end());
  return result;
}

}  // namespace furat
