// The element of a page that holds its main text.
#pragma once

#include <vector>

#include "indexer/readers/html/page_outline.hpp"

namespace furat::indexer {

/// The smallest element that holds the article's text. `clutter` marks the blocks that do not
/// count, `headline` is the h1 or kNoNode. The root where the page has no running text.
[[nodiscard]] NodeId main_element(const PageOutline& page, const std::vector<bool>& clutter,
                                  NodeId headline);

}  // namespace furat::indexer
