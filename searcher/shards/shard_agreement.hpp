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

/// Articles that are counted twice because two indexes have them, and each has others.
struct CountedTwice {
  std::size_t shard, other;  ///< of those named
  std::size_t articles;
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
  std::vector<CountedTwice> counted_twice;
};

/// Of two shards of an index that cannot be counted together, the one that was written later stays,
/// else the one before. Where there are shards of different indexes, or indexes that are no shards,
/// they are told apart by the ids and files of their articles: one that has none of its own is left
/// out. That reads what each holds. Throws IndexError damaged, Xapian::Error.
[[nodiscard]] ShardAgreement agreement_of(const std::vector<NamedShard>& shards);

}  // namespace furat
