// Puts listed facet values into tree order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include "furat/search_results.hpp"

namespace furat {

/// The values in depth-first order, each level sorted by `before`, depths filled in. A value whose
/// parent is not among them is a root. Values that lie in each other, in a circle, are left out.
template <class Before>
[[nodiscard]] std::vector<FacetValue> in_tree_order(std::vector<FacetValue> values, Before before) {
  std::sort(values.begin(), values.end(), before);
  std::map<std::string, std::vector<std::size_t>> children;
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < values.size(); ++i) known.emplace(values[i].id, i);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (known.find(values[i].parent) == known.end()) values[i].parent.clear();
    children[values[i].parent].push_back(i);
  }
  std::vector<FacetValue> ordered;
  std::vector<std::pair<std::size_t, std::size_t>> pending;  // value, depth
  const auto push_children = [&](const std::string& parent, std::size_t depth) {
    const auto& list = children[parent];
    for (auto it = list.rbegin(); it != list.rend(); ++it) pending.emplace_back(*it, depth);
  };
  push_children({}, 0);
  std::vector<bool> placed(values.size());
  while (!pending.empty()) {
    const auto [i, depth] = pending.back();
    pending.pop_back();
    // Of a damaged index: two values of one id, or one without, would have each other's children.
    if (placed[i]) continue;
    placed[i] = true;
    values[i].depth = depth;
    push_children(values[i].id, depth + 1);
    ordered.push_back(std::move(values[i]));
  }
  return ordered;
}

}  // namespace furat
