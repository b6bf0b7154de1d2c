// Lines to logical paragraphs: which line goes on with the one above it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/passages/layout.hpp"
#include "indexer/passages/line.hpp"

namespace furat::indexer {

/// Lines [first, past) of the lines given.
struct LineRange {
  std::size_t first = 0;
  std::size_t past = 0;
  bool item = false;  ///< an item of a list
};

/// The paragraphs of `lines` in order; every line is in exactly one.
[[nodiscard]] std::vector<LineRange> paragraphs_of(std::string_view body,
                                                   std::span<const Line> lines,
                                                   const Layout& layout);

}  // namespace furat::indexer
