// The last step of metadata: what neither sidecar nor reader states is taken from the address, the
// text and the file's name, in this order.
#pragma once

#include "indexer/article.hpp"
#include "indexer/passages/passage_splitter.hpp"

namespace furat::indexer {

/// Fills title, source, author, url, published and its method as far as they are not stated yet,
/// and cuts values that no list of results could show. `split` is the article's own. Pure; any
/// thread.
void complete_metadata(Article& article, const SplitArticle& split);

}  // namespace furat::indexer
