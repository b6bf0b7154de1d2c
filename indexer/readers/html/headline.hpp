// The headline of a page's article, as main-text extraction uses it: a place to start from, and a
// text that is not to be repeated in the body.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

struct Headline {
  std::string text;       ///< one line, empty if the page states none
  NodeId node = kNoNode;  ///< its element, if the page shows it
};

/// The heading that agrees with what the head of the page says its title is, else the latter alone.
[[nodiscard]] Headline headline(const HtmlTree& tree);

/// True if two titles have the same words, letters of any case.
[[nodiscard]] bool same_title(std::string_view a, std::string_view b);

}  // namespace furat::indexer
