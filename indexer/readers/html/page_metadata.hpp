// What a page states about its article beside the text: author, source, address, day.
#pragma once

#include "indexer/article.hpp"
#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// Fills in source, author, url, published and its method. Leaves what the page does not state.
void read_page_metadata(const HtmlTree& tree, Article& article);

}  // namespace furat::indexer
