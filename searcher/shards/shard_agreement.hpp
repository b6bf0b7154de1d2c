// Whether shards can be counted as one archive: what was distributed together knows of each other
// (index::ShardRecord).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/shards/shard_contents.hpp"

namespace furat {

struct NamedShard {
  std::string name;
  const ShardContents* contents = nullptr;  ///< nullptr: it is not there
};

/// Shards of an index that nobody named.
struct UnnamedShards {
  std::string source;  ///< the index
  std::uint32_t of = 0;
  std::vector<std::uint32_t> numbers;  ///< ascending
};

struct ShardAgreement {
  /// By shard: why its articles would be found twice if it were counted besides the others, as the
  /// end of a sentence about it; empty if they would not.
  std::vector<std::string> conflicts;
  /// By shard: whether another one was written later and knows that this one changed then.
  std::vector<bool> is_stale;
  /// Only where all that are named are there and fit, and more than one is of the index: who names
  /// one shard wants that one.
  std::vector<UnnamedShards> unnamed;
};

/// Of two that cannot be counted together, the one that was written later stays, else the one
/// before. Indexes that are no shards are told apart by their databases.
[[nodiscard]] ShardAgreement agreement_of(const std::vector<NamedShard>& shards);

}  // namespace furat
