// What stands on every page and is no text of the article: running heads, feet and page numbers.
#pragma once

#include <vector>

#include "indexer/readers/pdf/page_words.hpp"

namespace furat::indexer::pdf {

/// For each page, which of its words stay. Left out are the outermost lines, at the top and at the
/// bottom, that come again on other pages but for their digits, and lone page numbers.
[[nodiscard]] std::vector<std::vector<bool>> without_running_heads(
    const std::vector<const PageWords*>& pages, float body_size);

}  // namespace furat::indexer::pdf
