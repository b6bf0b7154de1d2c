// The numbers of one shard in the whole.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace furat {

/// The number in the whole of each number in one shard; 0 where the shard has none.
using Renumbering = std::vector<std::uint32_t>;

/// Nothing for a number that the shard does not have.
[[nodiscard]] inline std::optional<std::uint32_t> renumbered(const Renumbering& numbers,
                                                             std::uint32_t number) {
  if (number >= numbers.size() || numbers[number] == 0) return std::nullopt;
  return numbers[number];
}

}  // namespace furat
