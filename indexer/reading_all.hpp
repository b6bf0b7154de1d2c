// All articles of an archive, read without any index.
#pragma once

#include <functional>

#include "furat/indexing.hpp"
#include "indexer/prepared_article.hpp"

namespace furat::indexer {

/// Gives every article that has text, in the order of the archive. Throws RequestError and
/// std::runtime_error as a build does.
void for_each_prepared(const ArchiveOptions& options,
                       const std::function<void(PreparedArticle&&)>& sink,
                       const std::function<void(const ArticleProblem&)>& problem);

}  // namespace furat::indexer
