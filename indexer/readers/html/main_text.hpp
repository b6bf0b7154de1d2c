// Main-text extraction: what of a page is its article.
#pragma once

#include <string>
#include <vector>

#include "indexer/article.hpp"
#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

struct MainTextBlock {
  std::string text;  ///< one line, not empty
  BlockKind kind = BlockKind::paragraph;
};

struct MainText {
  std::string title;  ///< empty if not clear
  std::vector<MainTextBlock> blocks;
};

/// Pure and deterministic; any thread; linear time. A page without an article (a front page, a
/// list) gives the text that it has.
[[nodiscard]] MainText main_text(const HtmlTree& tree);

}  // namespace furat::indexer
