// The words of all pages of a PDF to the body of an article.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/article.hpp"
#include "indexer/readers/pdf/page_words.hpp"

namespace furat::indexer::pdf {

/// One page, or the part of it that runs in another direction.
struct Sheet {
  std::uint32_t page = 0;  ///< from 1
  PageWords words;
};

/// Fills body, map, blocks and pages of an article that has none yet, and its title, if it has
/// none, by what the first page shows. Pages ascend. Pure.
void add_text(const std::vector<Sheet>& sheets, Article& article);

}  // namespace furat::indexer::pdf
