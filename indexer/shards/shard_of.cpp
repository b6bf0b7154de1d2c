#include "indexer/shards/shard_of.hpp"

#include "index/schema.hpp"

namespace furat::indexer {

std::uint32_t shard_of(std::string_view article_id, std::uint32_t shards) {
  // Its constants are those of the paper. Both sides of the division are exact as doubles, so that
  // the quotient is the same on every machine.
  constexpr std::uint64_t kMultiplier = 2862933555777941757ULL;
  constexpr auto kRange = static_cast<double>(std::uint64_t{1} << 31U);
  auto state = index::stable_hash(article_id);
  std::uint32_t shard = 0;
  for (std::uint64_t next = 0; next < shards;) {
    shard = static_cast<std::uint32_t>(next);
    state = state * kMultiplier + 1;
    const auto step = kRange / static_cast<double>((state >> 33U) + 1);
    next = static_cast<std::uint64_t>((static_cast<double>(shard) + 1) * step);
  }
  return shard;
}

}  // namespace furat::indexer
