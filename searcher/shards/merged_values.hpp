// The tables of values and names of several shards as one: values that are the same in several have
// one number.
#pragma once

#include <string>
#include <vector>

#include "searcher/shards/renumbering.hpp"
#include "searcher/view/metadata_table.hpp"

namespace furat {

/// What one shard has of them; nothing of one that is not there.
struct ShardValues {
  std::string place;  ///< folder or address, for messages
  MetadataTable metadata;
};

struct MergedValues {
  MetadataTable metadata;             ///< with the new ordinals
  std::vector<Renumbering> ordinals;  ///< of each shard
};

/// Values keep the order of their numbers in the shards, so that nothing that is decided by it
/// depends on the sharding. Where records of one value differ, the first shard's stands. The
/// parents of actors by years are left out: no search needs them. Throws IndexError damaged.
[[nodiscard]] MergedValues merge_values(const std::vector<ShardValues>& shards);

}  // namespace furat
