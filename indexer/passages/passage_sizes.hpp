// Joining short paragraphs of a section and cutting long ones.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "indexer/passages/block.hpp"
#include "indexer/passages/passage_splitter.hpp"

namespace furat::indexer {

/// Bytes [begin, end) of a block's text.
struct Piece {
  std::size_t block = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t words = 0;
};

/// The pieces of one passage, in order; neighbours of one block touch but for white space.
using PieceGroup = std::vector<Piece>;

/// Groups blocks [first, past), a section's text, into passages.
[[nodiscard]] std::vector<PieceGroup> sized_groups(std::span<const Block> blocks, std::size_t first,
                                                   std::size_t past, const SplitOptions& options);

}  // namespace furat::indexer
