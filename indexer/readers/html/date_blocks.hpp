// The visible text of a page, cut where a browser begins a new line: what dates are looked for in.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/readers/html/html_tree.hpp"
#include "indexer/readers/html/page_roles.hpp"

namespace furat::indexer {

struct DateBlock {
  std::string text;          ///< white space collapsed; elements separate words
  std::size_t position = 0;  ///< bytes of visible text before it
  struct Piece {
    std::size_t begin = 0;  ///< bytes of `text`
    NodeId node = kNoNode;  ///< the text node it comes from
  };
  std::vector<Piece> pieces;  ///< ascending

  /// The text node that byte `at` comes from.
  [[nodiscard]] NodeId node_at(std::size_t at) const;
};

/// In document order, empty ones left out. A small element that is called a date (<time>,
/// class="entry-date") stays in one block even if it is built of several. Of a block only the first
/// 16 KiB are kept. Linear time.
[[nodiscard]] std::vector<DateBlock> date_blocks(const HtmlTree& tree, const PageRoles& roles);

/// True for an element that its tag, class, id or itemprop call a date or a time.
[[nodiscard]] bool is_called_date(const HtmlNode& node);

}  // namespace furat::indexer
