// All text of a page as blocks: what a browser would set as one paragraph, list item, heading or
// table row. Nothing is judged yet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article.hpp"
#include "indexer/readers/html/html_tree.hpp"
#include "indexer/readers/html/name_evidence.hpp"

namespace furat::indexer {

struct TextBlock {
  std::string text;    ///< white space folded; never empty
  NodeId element = 0;  ///< the block element that the text stands in
  NodeId first = 0;    ///< its first and last text node
  NodeId last = 0;
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t length = 0;       ///< see text_length()
  std::uint32_t link_length = 0;  ///< of this, what stands in links
  std::uint32_t bold_length = 0;  ///< of this, what is set in bold

  [[nodiscard]] double link_share() const {
    return length == 0 ? 0.0 : static_cast<double>(link_length) / length;
  }
};

struct TextBlockOptions {
  bool with_hidden = false;  ///< also what the page's markup hides
};

/// In document order. Left out are scripts, controls, navigation, captions of figures and what is
/// hidden. A row of a data table is one block, its cells joined by " | "; a table that only makes
/// a layout is no table.
[[nodiscard]] std::vector<TextBlock> text_blocks(const HtmlTree& tree,
                                                 const std::vector<NameEvidence>& evidence,
                                                 const TextBlockOptions& options = {});

}  // namespace furat::indexer
