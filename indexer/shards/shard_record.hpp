// What a shard knows of the index that it was distributed from: an entry of its metadata.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace furat::indexer {

struct ShardRecord {
  std::uint32_t number = 0, of = 0;  ///< from 1
  std::string source;                ///< absolute path of the index
  std::string generation, digest;    ///< of the index when this shard was written
};

void store_shard_record(Xapian::WritableDatabase& database, const ShardRecord& record);

/// nullopt if the database is no shard's.
[[nodiscard]] std::optional<ShardRecord> shard_record(const Xapian::Database& database);

/// That of the published generation; nullopt also where there is no index that could be opened.
[[nodiscard]] std::optional<ShardRecord> shard_record(const std::filesystem::path& index);

/// Throws RequestError if the folder holds a shard: only distribute writes those.
void require_no_shard(const std::filesystem::path& index);

}  // namespace furat::indexer
