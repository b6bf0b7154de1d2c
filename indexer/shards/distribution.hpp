// Which rounds of distributing an index has seen: what a searcher tells older shards by.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "index/shard_record.hpp"

namespace furat::indexer {

struct Distribution {
  std::string set;          ///< as ShardRecord::set
  std::uint64_t round = 0;  ///< as ShardRecord::round
};

/// The round that follows on all that the index remembers and `standing`, the records of its shards
/// that stand and say something, carry. Where neither knows of a set, it is named after `digest`,
/// that of the index: a copy of the index is the same set, and another index is not.
[[nodiscard]] Distribution next_distribution(const std::filesystem::path& index,
                                             const std::string& digest,
                                             const std::vector<index::ShardRecord>& standing);

/// To be called before the first shard of the round is published. An index that may only be read
/// remembers nothing: then its shards alone do.
void remember_distribution(const std::filesystem::path& index, const Distribution& distribution);

}  // namespace furat::indexer
