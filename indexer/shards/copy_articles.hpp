// Documents of one database as segments, from which another is merged.
#pragma once

#include <xapian.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/segment.hpp"

namespace furat::indexer {

/// What several threads tell of their work, and whether they are to end it.
struct CopyState {
  std::atomic<std::uint64_t> articles = 0, passages = 0;  ///< copied so far
  std::atomic<bool> stop = false;
};

/// Copies the documents of the articles for which `is_wanted` and the records of these, in their
/// order; at least one segment, which may be empty. Once `state.stop` is set, ends soon: what is
/// written then is of no use. `room`: bytes that a document takes at most, by which free space is
/// asked for. Throws Xapian::Error, IndexError.
[[nodiscard]] std::vector<SegmentSummary> copy_articles(
    const Xapian::Database& source, const std::function<bool(std::uint32_t)>& is_wanted,
    const std::filesystem::path& folder, std::uint64_t room, CopyState& state);

}  // namespace furat::indexer
