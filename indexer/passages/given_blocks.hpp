// The structure that a format states, as blocks: nothing need be guessed from lines and spaces.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "indexer/article.hpp"
#include "indexer/passages/block.hpp"
#include "indexer/passages/header_lines.hpp"
#include "indexer/passages/headings.hpp"

namespace furat::indexer {

struct GivenBlocks {
  std::vector<Block> blocks;
  std::vector<Role> roles;                         ///< one a block; every heading has text after it
  std::optional<std::chrono::sys_days> date_line;  ///< of a block in the head that only states it
  HeaderFields header;                             ///< what labelled blocks in the head state
  std::vector<SourceSpan> dropped;                 ///< such blocks
};

/// The blocks of an article that has some (Article::blocks). A first heading that repeats the title
/// is the title.
[[nodiscard]] GivenBlocks given_blocks(const Article& article);

}  // namespace furat::indexer
