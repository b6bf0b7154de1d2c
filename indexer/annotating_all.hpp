// All articles of an archive, read and annotated without any index: what the previews show.
#pragma once

#include <functional>

#include "furat/indexing.hpp"
#include "indexer/annotator.hpp"

namespace furat::indexer {

/// Gives every article that has text, in the order of the archive. Throws as for_each_prepared()
/// does, and for a lexicon or gazetteer as a build does.
void for_each_annotated(const ArchiveOptions& options,
                        const std::function<void(const Annotator&, const AnnotatedArticle&)>& sink,
                        const std::function<void(const ArticleProblem&)>& problem);

}  // namespace furat::indexer
