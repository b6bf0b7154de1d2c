// Merges segments into one compact database.
#pragma once

#include <filesystem>
#include <vector>

namespace furat::indexer {

/// Merges the databases in the order given (document ids follow it; metadata comes from the first)
/// into a new one at `target`, in several rounds where there are more than may be open at once. The
/// sources are removed. Throws Xapian::Error.
void merge_segments(std::vector<std::filesystem::path> segments,
                    const std::filesystem::path& target);

}  // namespace furat::indexer
