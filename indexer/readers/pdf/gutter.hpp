// The white strip between two columns of a page.
#pragma once

#include <optional>

#include "indexer/readers/pdf/columns.hpp"

namespace furat::indexer::pdf {

/// Between left and right no word of the region stands whose middle is between top and bottom.
struct Gutter {
  float left = 0, right = 0, top = 0, bottom = 0;
};

/// The tallest strip that parts columns of text; nothing if the region is one column.
[[nodiscard]] std::optional<Gutter> find_gutter(const PageWords& page, const Region& region);

}  // namespace furat::indexer::pdf
