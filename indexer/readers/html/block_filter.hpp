// Which blocks of the main element are text of the article: by what they say, by their links and by
// what stands around them.
#pragma once

#include <vector>

#include "indexer/readers/html/headline.hpp"
#include "indexer/readers/html/page_outline.hpp"

namespace furat::indexer {

/// One mark a block of `page`; only those in `main` can be true. `clutter` marks blocks that are
/// out already.
[[nodiscard]] std::vector<bool> article_blocks(const PageOutline& page, NodeId main,
                                               const std::vector<bool>& clutter,
                                               const Headline& title);

}  // namespace furat::indexer
