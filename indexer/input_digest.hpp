// Tells whether an article is still the one that was indexed.
#pragma once

#include <cstdint>

#include "indexer/article.hpp"
#include "indexer/line_index.hpp"

namespace furat::indexer {

/// A stable hash of all that an article brings along: text, where it stands in its file, structure,
/// metadata.
[[nodiscard]] std::uint64_t input_digest(const Article& article, const LineIndex& lines);

}  // namespace furat::indexer
