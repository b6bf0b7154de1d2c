// Joins what columns and pages part: paragraphs that go on, around notes and figures that stand
// between.
#pragma once

#include <vector>

#include "indexer/readers/pdf/text_block.hpp"

namespace furat::indexer::pdf {

/// Blocks of the document in reading order to the same with paragraphs made whole. Small type at
/// the foot of a column (notes, captions) comes before the paragraph it interrupts, a figure's
/// caption at the head of the next one after it.
[[nodiscard]] std::vector<TextBlock> joined_over_breaks(std::vector<TextBlock> blocks,
                                                        const Typesetting& typesetting);

}  // namespace furat::indexer::pdf
