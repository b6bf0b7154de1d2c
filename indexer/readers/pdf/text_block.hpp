// Lines of a PDF to paragraphs, headings, list items and rows of tables.
#pragma once

#include <vector>

#include "indexer/article.hpp"
#include "indexer/readers/pdf/paragraph_cuts.hpp"

namespace furat::indexer::pdf {

struct TextBlock {
  BlockKind kind = BlockKind::paragraph;
  std::vector<TextLine> lines;
  std::uint32_t region = 0;  ///< counted through the document: one column of a page
  bool filled = false;       ///< its last line goes to the end of the column
  bool flush = false;        ///< its first line is not indented
};

/// The blocks of one region, from its lines. The text of a table row has " | " between its cells.
[[nodiscard]] std::vector<TextBlock> blocks_of(std::vector<TextLine> lines,
                                               const Typesetting& typesetting,
                                               std::uint32_t region);

}  // namespace furat::indexer::pdf
