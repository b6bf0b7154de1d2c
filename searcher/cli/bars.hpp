// Bars of counts.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// A bar that takes `columns` for the largest count: in eighths of a column, or whole ones where
/// the style is ASCII. What is there at all has at least the thinnest bar.
[[nodiscard]] std::string bar(std::size_t count, std::size_t largest, std::size_t columns,
                              const TextStyle& style);

}  // namespace furat::cli
