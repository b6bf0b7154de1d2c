// Which node of a page is the headline of its article: where bylines are looked for.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// The heading whose text agrees best with what the page says its title is (`titles`: og:title,
/// JSON-LD headline, <title>, with or without the site's name); else a text node that is most of a
/// title; else the first h1; else kNoNode. Linear time.
[[nodiscard]] NodeId find_headline(const HtmlTree& tree, std::span<const std::string> titles);

/// True if one of the two texts holds the other, not looking at case, marks and punctuation. Very
/// short texts must be equal.
[[nodiscard]] bool is_same_title(std::string_view heading, std::string_view title);

}  // namespace furat::indexer
