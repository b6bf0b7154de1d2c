// The text that a page states about itself for machines, for pages that show none: a script was to
// write it.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// The paragraphs of the longest "articleBody" in the page's JSON-LD. Empty if there is none.
/// Never throws for bad JSON.
[[nodiscard]] std::vector<std::string> stated_article_body(const HtmlTree& tree);

/// What the page gives as its description; empty if nothing.
[[nodiscard]] std::string stated_description(const HtmlTree& tree);

}  // namespace furat::indexer
