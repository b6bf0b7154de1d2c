// What the commands that change an index do about its shards.
#pragma once

#include <filesystem>

#include "indexer/cli/commands.hpp"

namespace furat::cli {

/// Distributes to the shards inside the index, if there are to be some, and says so. `code` is that
/// of what was done to the index; returns it, or that of an interrupt. Throws what the library
/// throws.
[[nodiscard]] int keep_shards_in_step(const IndexOptions& options,
                                      const std::filesystem::path& index, int code);

}  // namespace furat::cli
