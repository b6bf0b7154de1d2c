#include "indexer/readers/html/main_text.hpp"

#include <utility>

#include "indexer/readers/html/block_filter.hpp"
#include "indexer/readers/html/clutter.hpp"
#include "indexer/readers/html/headline.hpp"
#include "indexer/readers/html/main_element.hpp"
#include "indexer/readers/html/page_outline.hpp"
#include "indexer/readers/html/stated_text.hpp"
#include "indexer/readers/html/text_length.hpp"

namespace furat::indexer {

namespace {

// An article of fewer letters is accepted only if the page has hardly more.
constexpr std::uint64_t kShortArticle = 200;

struct Extract {
  std::vector<MainTextBlock> blocks;
  std::uint64_t mass = 0;
  std::uint64_t length = 0;
};

Extract extract(const PageOutline& page, const Headline& title, ClutterRule rule) {
  Extract result;
  const NodeId main = main_element(page, clutter_blocks(page, 0, title.node, rule), title.node);
  const std::vector<bool> kept =
      article_blocks(page, main, clutter_blocks(page, main, title.node, rule), title);
  for (std::size_t i = page.first_block(main); i < page.past_block(main); ++i) {
    if (!kept[i]) continue;
    result.blocks.push_back({page.blocks()[i].text, page.blocks()[i].kind});
    result.mass += page.mass(i);
    result.length += page.blocks()[i].length;
  }
  return result;
}

bool is_enough(const Extract& found, const PageOutline& page) {
  return found.mass >= kShortArticle ||
         (found.mass > 0 && found.mass * 5 >= page.mass_within(0) * 2);
}

/// By stricter rules first. Names mislead on some pages: where they leave nothing, they count less.
Extract best_extract(const PageOutline& page, const Headline& title) {
  Extract best;
  for (const ClutterRule rule :
       {ClutterRule::all_names, ClutterRule::frame_names, ClutterRule::none}) {
    Extract found = extract(page, title, rule);
    if (is_enough(found, page)) return found;
    if (found.mass > best.mass || (found.mass == best.mass && found.length > best.length))
      best = std::move(found);
  }
  return best;
}

Extract best_extract(const HtmlTree& tree, const std::vector<NameEvidence>& evidence,
                     const Headline& title, const TextBlockOptions& options) {
  const PageOutline page(tree, evidence, text_blocks(tree, evidence, options));
  return best_extract(page, title);
}

Extract stated_extract(const HtmlTree& tree) {
  Extract result;
  for (std::string& paragraph : stated_article_body(tree)) {
    result.length += text_length(paragraph);
    result.blocks.push_back({std::move(paragraph)});
  }
  return result;
}

}  // namespace

MainText main_text(const HtmlTree& tree) {
  const Headline title = headline(tree);
  const std::vector<NameEvidence> evidence = name_evidence(tree);
  Extract found = best_extract(tree, evidence, title, {});
  if (found.mass < kShortArticle) {
    // Pages that a script was to make visible.
    Extract hidden = best_extract(tree, evidence, title, {.with_hidden = true});
    if (hidden.mass > 2 * found.mass + kShortArticle) found = std::move(hidden);
    Extract stated = stated_extract(tree);
    const std::uint64_t least = found.blocks.empty() ? 0 : 2 * found.length + kShortArticle;
    if (stated.length > least) found = std::move(stated);
  }
  if (found.blocks.empty()) {
    std::string description = stated_description(tree);
    if (!description.empty()) found.blocks.push_back({std::move(description)});
  }
  return {title.text, std::move(found.blocks)};
}

}  // namespace furat::indexer
