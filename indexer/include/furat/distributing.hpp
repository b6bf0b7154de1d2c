// Spreading an index over several, its shards, each an index of its own that can be searched alone
// and served by xapian-tcpsrv. docs/scale-out.md says when and how.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "furat/errors.hpp"
#include "furat/export.hpp"

namespace furat {

/// More than anybody has machines for.
inline constexpr std::uint32_t kMostShards = 1000;

/// Of the passages that are to be copied.
struct DistributeProgress {
  std::size_t articles_done = 0, passages_done = 0, passages_total = 0;
};

struct DistributeOptions {
  std::filesystem::path index;
  /// Folders of the shards, in the order in which they were given before; a further one goes to the
  /// end. Empty: folders inside the index.
  std::vector<std::filesystem::path> shards;
  /// How many inside the index, kMostShards at most; 0: as many as there are (shards_inside()).
  /// None may be named then.
  std::size_t count = 0;
  /// File to be written that names the shards for a searcher, besides the `cluster.toml` in the
  /// index that names shards inside it. One that somebody has changed is left alone.
  std::optional<std::filesystem::path> cluster;
  unsigned threads = 0;  ///< 0: as many as the machine has
  bool wait = false;     ///< for another writer of a shard to finish, instead of throwing locked
  std::function<void(const DistributeProgress&)>
      progress;                     ///< called now and then from the calling thread
  std::function<bool()> cancelled;  ///< asked now and then; true ends it, nothing published
};

struct ShardReport {
  std::filesystem::path path;
  std::string generation;  ///< published, now or before
  bool written = false;    ///< false: it was as it should be, and was left as it is
  std::size_t articles = 0, passages = 0;
  std::size_t added = 0, changed = 0, removed = 0;  ///< articles
  std::uint64_t bytes = 0;                          ///< of its generation
};

struct DistributeReport {
  std::vector<ShardReport> shards;
  std::string generation, digest;  ///< of the index
  bool cancelled = false;          ///< nothing was published
  /// Files that name the shards and were left as they are, because somebody changed them.
  std::vector<std::filesystem::path> clusters_left;
  /// Folders inside the index that were shards of it when it was in more of them.
  std::vector<std::filesystem::path> former_shards;
};

/// Brings the shards in step with the published generation of the index, by copying: nothing is
/// read or annotated. An article is in the shard that its id says; with one shard more, only those
/// move that go to it. Shards are published once all are complete, one after the other; each reader
/// sees whole ones only. Equal input gives equal contents, whatever the number of threads.
///
/// Throws RequestError for folders that cannot be shards of this index, IndexError: not_found,
/// older, newer, damaged, locked, disk_full, read_only, permission_denied, io; then no shard, or
/// not all, were published, and the next call completes it.
[[nodiscard]] FURAT_EXPORT DistributeReport distribute_index(const DistributeOptions& options);

/// How many shards inside it an index is kept in; 0 if none. Throws IndexError damaged and
/// io.
[[nodiscard]] FURAT_EXPORT std::size_t shards_inside(const std::filesystem::path& index);

}  // namespace furat
