// The nodes of the calendar as timelines and pivots use them: their names, and whether they are
// shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "furat/timeline.hpp"
#include "index/date_nodes.hpp"

namespace furat {

[[nodiscard]] index::DateLevel level_of(TimeUnit unit);

/// As people write it: "2010s", "2000-2099"; else the node's name.
[[nodiscard]] std::string display_name(index::DateNode node);

[[nodiscard]] constexpr bool has_year(index::DateNode node) {
  return node.level <= index::DateLevel::day;
}

/// The node itself or the one above it that has the level; none if the node is coarser or has no
/// year.
[[nodiscard]] std::optional<index::DateNode> at_level(index::DateNode node, index::DateLevel level);

/// From the first to the last day of the intervals; none if there are none.
[[nodiscard]] std::optional<index::DayInterval> hull_of(
    const std::vector<index::DayInterval>& intervals);

/// Whether the node has a day within the bounds.
[[nodiscard]] bool within_reach(index::DateNode node,
                                const std::optional<index::DayInterval>& bounds);

}  // namespace furat
