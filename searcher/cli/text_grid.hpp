// A table of numbers with names on two sides.
#pragma once

#include <string>
#include <vector>

#include "searcher/cli/text_style.hpp"

namespace furat::cli {

struct GridRow {
  std::string name;                ///< sanitized
  std::vector<std::string> cells;  ///< as many as there are headers; numbers
};

/// Appends the table, names of rows at the left, numbers right-aligned under their headers
/// (sanitized), an empty line before each block. What is too wide: names are cut with an ellipsis,
/// headers wrapped, and columns that still do not fit come in further blocks below.
void append_grid(std::string& out, const std::vector<std::string>& headers,
                 const std::vector<GridRow>& rows, const TextStyle& style);

}  // namespace furat::cli
