// What the names that a page gives an element (class, id, role, itemprop) say about its text.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

enum class NameEvidence : std::uint8_t {
  none,
  body,       ///< "the text of the article stands in here"
  control,    ///< sharing, tags, tools: never holds running text
  clutter,    ///< advertising, bylines, captions, ...
  frame,      ///< what stands around articles: navigation, sidebars, footers, related articles
  comments,   ///< what readers wrote: may be far longer than the article
  invisible,  ///< for screen readers only
};

/// One entry a node of `tree`; an aside or footer without other evidence is frame. Never throws,
/// any thread. Names are cut into words ("articleShareBar-top" is article, share, bar, top), which
/// are compared with lists.
[[nodiscard]] std::vector<NameEvidence> name_evidence(const HtmlTree& tree);

}  // namespace furat::indexer
