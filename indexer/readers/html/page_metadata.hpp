// What a page states about its article beside the text: title, source, author, address, day.
#pragma once

#include "indexer/article.hpp"
#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// Fills in title, source, author, url, published and its method. Leaves what the page does not
/// state. All values are one line each without controls; the address is http or https. Never
/// throws; linear time.
void read_page_metadata(const HtmlTree& tree, Article& article);

}  // namespace furat::indexer
