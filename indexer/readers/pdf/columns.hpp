// The reading order of a page: columns found by the gutters between them.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/pdf/page_words.hpp"

namespace furat::indexer::pdf {

/// Indices of the words of one region: text in one column, from its top to its bottom.
using Region = std::vector<std::uint32_t>;

/// Cuts the words that `kept` marks into regions, in reading order: what stands above the columns,
/// the columns (from right to left if most words run so), what stands below. A gutter is a white
/// strip with lines of running text on both sides; the strips inside a table are none.
[[nodiscard]] std::vector<Region> regions_of(const PageWords& page, const std::vector<bool>& kept);

}  // namespace furat::indexer::pdf
