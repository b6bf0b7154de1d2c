// What a shard knows of the index that it was distributed from, and of the shards beside it: an
// entry of its metadata.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace furat::index {

struct ShardRecord {
  std::uint32_t number = 0, of = 0;  ///< from 1
  std::string source;                ///< absolute path of the index
  std::string generation, digest;    ///< of the index when this shard was written
  /// The same in all shards of an index, in all its states; another index has another.
  std::string set;
  std::uint64_t round = 0;  ///< of distributing, when this shard was written: later ones are higher
  /// By number: the Completion::digest that each shard of the set had after that round.
  std::vector<std::string> digests;
};

void store_shard_record(Xapian::WritableDatabase& database, const ShardRecord& record);

/// nullopt if the database is no shard's. `number` is 0 if it is, but its record is of another
/// version or damaged. Throws Xapian::Error.
[[nodiscard]] std::optional<ShardRecord> shard_record(const Xapian::Database& database);

/// That of the published generation; nullopt also where there is no index that could be opened.
[[nodiscard]] std::optional<ShardRecord> shard_record(const std::filesystem::path& index);

}  // namespace furat::index
