// What the names that a page gives an element (class, id, role, itemprop) say about its text.
#pragma once

#include <cstdint>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

enum class NameEvidence : std::uint8_t {
  none,
  body,       ///< "the text of the article stands in here"
  clutter,    ///< navigation, sharing, advertising, related articles, bylines, ...
  comments,   ///< what readers wrote: may be far longer than the article
  invisible,  ///< for screen readers only
};

/// Of one element; never throws, any thread. Names are cut into words ("articleShareBar-top" is
/// article, share, bar, top), which are compared with lists.
[[nodiscard]] NameEvidence name_evidence(const HtmlNode& node);

}  // namespace furat::indexer
