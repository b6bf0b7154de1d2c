// Which paragraphs are headings.
#pragma once

#include <span>
#include <vector>

#include "indexer/passages/block.hpp"

namespace furat::indexer {

enum class Role {
  text,
  title,     ///< the headline of the whole article
  subtitle,  ///< a line beside it: the author, or what stands below it where the article has no
             ///< sections
  heading,   ///< of a section: the blocks up to the next heading
};

/// A role for each block. `first_is_title`: the first block is known to be the title, whatever it
/// looks like. Every heading has text after it.
[[nodiscard]] std::vector<Role> roles_of(std::span<const Block> blocks, bool first_is_title);

/// True for a short line such as "1. Mosul" or "The minister said:", which says nothing without the
/// block after it.
[[nodiscard]] bool introduces_next(const Block& block);

}  // namespace furat::indexer
