// The file that names the shards of an index for a searcher: cluster.toml.
#pragma once

#include <filesystem>
#include <vector>

namespace furat::indexer {

/// Writes it. False if there is one that somebody changed, which is left as it is. Throws
/// IndexError io.
[[nodiscard]] bool write_cluster(const std::filesystem::path& file,
                                 const std::vector<std::filesystem::path>& shards);

}  // namespace furat::indexer
