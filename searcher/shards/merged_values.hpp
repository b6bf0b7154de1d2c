// The tables of values and names of several shards as one: values that are the same in several have
// one number.
#pragma once

#include <vector>

#include "searcher/shards/renumbering.hpp"
#include "searcher/view/metadata_table.hpp"

namespace furat {

struct MergedValues {
  MetadataTable metadata;             ///< with the new ordinals
  std::vector<Renumbering> ordinals;  ///< of each shard
};

/// Values keep the order of their numbers in the shards, so that nothing that is decided by it
/// depends on the sharding. Where records of one value differ, the first shard's stands. Throws
/// IndexError damaged.
[[nodiscard]] MergedValues merge_values(const std::vector<MetadataTable>& shards);

}  // namespace furat
