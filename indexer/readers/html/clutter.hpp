// Which blocks stand in an element that is, by its names, no part of an article.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/html/page_outline.hpp"

namespace furat::indexer {

/// Which evidence counts.
enum class ClutterRule : std::uint8_t { all_names, frame_names, none };

/// One mark a block of `page`, true for those in clutter below `within`. An element that holds most
/// of the text in `within` is no clutter, whatever it is called, and neither is one that holds text
/// and the headline (kNoNode: there is none).
[[nodiscard]] std::vector<bool> clutter_blocks(const PageOutline& page, NodeId within,
                                               NodeId headline,
                                               ClutterRule rule = ClutterRule::all_names);

}  // namespace furat::indexer
