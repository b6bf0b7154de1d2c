// A digest of what an article puts into the index, independent of numbering and of the order of
// articles.
#pragma once

#include <cstdint>

#include "indexer/annotator.hpp"

namespace furat::indexer {

/// Equal for equal metadata, passages, file offsets and mentions (by id, rule and span).
[[nodiscard]] std::uint64_t article_digest(const AnnotatedArticle& article,
                                           const analysis::Gazetteer& gazetteer,
                                           const analysis::ActorLexicon& actors);

}  // namespace furat::indexer
