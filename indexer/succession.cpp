#include "indexer/succession.hpp"

#include <map>
#include <vector>

#include "indexer/reached_from.hpp"

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
  std::set<std::uint32_t> others;
  for (const auto row : reached_from(rows, beside)) {
    if (rows.count(row) != 0) continue;
    others.insert(row);
    for (const auto above : actors.ancestors(row))
      if (rows.count(above) == 0) others.insert(above);
  }
  return others;
}

}  // namespace furat::indexer
