#include "indexer/readers/html/main_text.hpp"

#include <utility>

#include "indexer/readers/html/block_filter.hpp"
#include "indexer/readers/html/clutter.hpp"
#include "indexer/readers/html/headline.hpp"
#include "indexer/readers/html/main_element.hpp"
#include "indexer/readers/html/page_outline.hpp"

namespace furat::indexer {

MainText main_text(const HtmlTree& tree) {
  MainText result;
  const Headline title = headline(tree);
  result.title = title.text;
  std::vector<NameEvidence> evidence = name_evidence(tree);
  std::vector<TextBlock> blocks = text_blocks(tree, evidence);
  const PageOutline page(tree, std::move(evidence), std::move(blocks));
  const NodeId main = main_element(page, clutter_blocks(page, 0, title.node));
  const std::vector<bool> kept =
      article_blocks(page, main, clutter_blocks(page, main, title.node), result.title);
  for (std::size_t i = page.first_block(main); i < page.past_block(main); ++i) {
    if (kept[i]) result.blocks.push_back({page.blocks()[i].text, page.blocks()[i].kind});
  }
  return result;
}

}  // namespace furat::indexer
