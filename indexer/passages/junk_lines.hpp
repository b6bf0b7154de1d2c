// Lines that are not the article's text: navigation, share bars, hashtags, notices, page numbers,
// rulers.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/passages/layout.hpp"
#include "indexer/passages/line.hpp"

namespace furat::indexer {

/// For each line whether it is to be left out. Only lines that stand alone are judged, never a part
/// of a wrapped paragraph.
[[nodiscard]] std::vector<bool> junk_lines(std::string_view body, std::span<const Line> lines,
                                           const Layout& layout);

/// True if line `i` is no piece of a paragraph that the lines around it carry on.
[[nodiscard]] bool stands_alone(std::string_view body, std::span<const Line> lines,
                                const Layout& layout, std::size_t i);

}  // namespace furat::indexer
