// What is noted beside an index and its shards: how many of them are inside it, which generation of
// a shard xapian-tcpsrv is to serve, and where a searcher finds them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace furat::indexer {

/// The folders of so many shards inside an index.
[[nodiscard]] std::vector<std::filesystem::path> shard_folders(const std::filesystem::path& index,
                                                               std::size_t count);

/// Whether the name is that of such a folder.
[[nodiscard]] bool is_shard_folder(const std::string& name);

/// Throws RequestError if the folder holds a shard: only distribute writes those.
void require_no_shard(const std::filesystem::path& index);

/// Notes that the index is to be kept in so many. Throws IndexError io.
void remember_shards(const std::filesystem::path& index, std::size_t count);

/// A Xapian stub database that names the database of a generation of the shard: what
/// xapian-tcpsrv serves, each new connection from the newest generation.
[[nodiscard]] std::filesystem::path served_path(const std::filesystem::path& shard);

/// Replaces the stub unless it names that generation. Throws IndexError io.
void point_served_to(const std::filesystem::path& shard, const std::string& generation);

/// Writes the file that names the shards for a searcher. False if there is one that somebody
/// changed, which is left as it is. Throws IndexError io.
[[nodiscard]] bool write_cluster(const std::filesystem::path& file,
                                 const std::vector<std::filesystem::path>& shards);

}  // namespace furat::indexer
