// What one comes to by going from neighbour to neighbour.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace furat::indexer {

/// `start` and all that a chain of neighbours joins to one of it.
[[nodiscard]] inline std::set<std::uint32_t> reached_from(
    std::set<std::uint32_t> start,
    const std::map<std::uint32_t, std::vector<std::uint32_t>>& neighbours) {
  std::vector<std::uint32_t> pending(start.begin(), start.end());
  while (!pending.empty()) {
    const auto beside = neighbours.find(pending.back());
    pending.pop_back();
    if (beside == neighbours.end()) continue;
    for (const auto next : beside->second)
      if (start.insert(next).second) pending.push_back(next);
  }
  return start;
}

}  // namespace furat::indexer
