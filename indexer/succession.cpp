#include "indexer/succession.hpp"

#include <map>
#include <vector>

namespace furat::indexer {

std::set<std::uint32_t> in_succession_with(const std::set<std::uint32_t>& rows,
                                           const analysis::ActorLexicon& actors) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> beside;
  for (std::uint32_t row = 0; row < actors.actors().size(); ++row) {
    const auto& successor = actors.actors()[row].successor;
    const auto next = successor.empty() ? std::nullopt : actors.find(successor);
    if (!next) continue;
    beside[*next].push_back(row);
    beside[row].push_back(*next);
  }
  auto reached = rows;
  std::vector<std::uint32_t> pending(rows.begin(), rows.end());
  while (!pending.empty()) {
    const auto neighbours = beside.find(pending.back());
    pending.pop_back();
    if (neighbours == beside.end()) continue;
    for (const auto row : neighbours->second)
      if (reached.insert(row).second) pending.push_back(row);
  }
  std::set<std::uint32_t> others;
  for (const auto row : reached) {
    if (rows.count(row) != 0) continue;
    others.insert(row);
    for (const auto above : actors.ancestors(row))
      if (rows.count(above) == 0) others.insert(above);
  }
  return others;
}

}  // namespace furat::indexer
