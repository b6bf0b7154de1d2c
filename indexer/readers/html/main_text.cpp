#include "indexer/readers/html/main_text.hpp"

#include <utility>

#include "indexer/readers/html/clutter.hpp"
#include "indexer/readers/html/headline.hpp"
#include "indexer/readers/html/main_element.hpp"
#include "indexer/readers/html/page_outline.hpp"

namespace furat::indexer {

MainText main_text(const HtmlTree& tree) {
  MainText result;
  result.title = headline(tree);
  PageOutline page(tree, text_blocks(tree));
  const NodeId main = main_element(page, clutter_blocks(page, 0));
  const std::vector<bool> clutter = clutter_blocks(page, main);
  for (std::size_t i = page.first_block(main); i < page.past_block(main); ++i) {
    const TextBlock& block = page.blocks()[i];
    if (clutter[i]) continue;
    if (same_title(block.text, result.title)) continue;
    if (block.link_share() > 0.7 && block.kind != BlockKind::paragraph) continue;
    result.blocks.push_back({block.text, block.kind});
  }
  return result;
}

}  // namespace furat::indexer
