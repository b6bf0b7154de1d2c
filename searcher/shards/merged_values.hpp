// The tables of values and names of several shards as one: values that are the same in several have
// one number.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/view/metadata_table.hpp"

namespace furat {

/// The number in the whole of each number in one shard; 0 where the shard has none.
using Renumbering = std::vector<std::uint32_t>;

struct MergedValues {
  MetadataTable metadata;             ///< with the new ordinals
  std::vector<Renumbering> ordinals;  ///< of each shard
};

/// Values keep the order of their numbers in the shards, so that nothing that is decided by it
/// depends on the sharding. Where records of one value differ, the first shard's stands. Throws
/// IndexError damaged.
[[nodiscard]] MergedValues merge_values(const std::vector<MetadataTable>& shards);

}  // namespace furat
