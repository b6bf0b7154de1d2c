// Days of publication in the data that a page keeps for its own scripts.
#pragma once

#include <chrono>
#include <optional>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// The day that keys such as "publishedAt" or "publish_date" have in the scripts of the page, JSON
/// or not; none if they have several days, since the data of other articles is often there too.
/// Linear time.
[[nodiscard]] std::optional<std::chrono::sys_days> day_in_scripts(const HtmlTree& tree);

}  // namespace furat::indexer
