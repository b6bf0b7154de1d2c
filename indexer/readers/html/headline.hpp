// The headline of a page's article.
#pragma once

#include <string>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

struct Headline {
  std::string text;       ///< one line, empty if the page states none
  NodeId node = kNoNode;  ///< its h1, if there is one
};

/// The h1 that agrees with what the head of the page says
/// is better than what the head says, which names the site too.
[[nodiscard]] Headline headline(const HtmlTree& tree);

/// True if two titles have the same words, letters of any case.
[[nodiscard]] bool same_title(std::string_view a, std::string_view b);

}  // namespace furat::indexer
