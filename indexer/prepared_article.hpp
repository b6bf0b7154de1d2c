// An article cut into passages, its metadata complete: what the recognizers need, and all of it can
// be read back from an index.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/archive_reader.hpp"
#include "indexer/article.hpp"
#include "indexer/passages/passage.hpp"

namespace furat::indexer {

struct PreparedArticle {
  Article article;  ///< title and published filled from the text where nothing else states them;
                    ///< the body is no longer needed
  std::vector<Passage> passages;
  std::uint64_t input_digest = 0;
};

/// Splits the body and fills in what the text itself states. Pure; any thread.
[[nodiscard]] PreparedArticle prepare(IncomingArticle&& incoming);

}  // namespace furat::indexer
