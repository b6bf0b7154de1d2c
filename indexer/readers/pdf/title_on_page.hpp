// The title that the first page of a PDF shows.
#pragma once

#include <span>
#include <string>

#include "indexer/readers/pdf/text_block.hpp"

namespace furat::indexer::pdf {

/// The heading of the first page in the largest type, above the size of the body, without marks of
/// notes; empty if there is none.
[[nodiscard]] std::string title_on_page(std::span<const TextBlock> blocks,
                                        const Typesetting& typesetting);

}  // namespace furat::indexer::pdf
