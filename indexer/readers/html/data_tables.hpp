// Tells tables of data from tables that only lay a page out.
#pragma once

#include <vector>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// The table elements that hold data, ascending: rows of several short cells, no table inside.
[[nodiscard]] std::vector<NodeId> data_tables(const HtmlTree& tree);

}  // namespace furat::indexer
