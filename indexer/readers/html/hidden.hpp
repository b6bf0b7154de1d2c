// What the markup of a page hides from readers.
#pragma once

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// By attribute or style of the element itself; style sheets and scripts are not run.
[[nodiscard]] bool is_hidden(const HtmlNode& node);

}  // namespace furat::indexer
