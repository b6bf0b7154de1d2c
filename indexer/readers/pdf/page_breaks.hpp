// Joins what columns and pages part: paragraphs that go on, around notes and figures that stand
// between.
#pragma once

#include <vector>

#include "indexer/readers/pdf/text_block.hpp"

namespace furat::indexer::pdf {

/// Blocks of the document in reading order to the same with paragraphs made whole. Small type at
/// the foot of a column (notes, captions) comes after the paragraph it interrupts, or before it if
/// that goes on with the next page; a figure's caption at the head of the next column comes after.
[[nodiscard]] std::vector<TextBlock> joined_over_breaks(std::vector<TextBlock> blocks,
                                                        const Typesetting& typesetting);

}  // namespace furat::indexer::pdf
