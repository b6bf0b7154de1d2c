// What is noted beside an index and its shards: how many of them are inside it, and which
// generation of a shard xapian-tcpsrv is to serve.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace furat::indexer {

/// "shard-0003": what the shard with this number, from 1, is called if nobody names it.
[[nodiscard]] std::string shard_name(std::size_t number);

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

}  // namespace furat::indexer
