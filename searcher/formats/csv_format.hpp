// The hits, or the values of the facets, as a table for spreadsheets.
#pragma once

#include <string>

#include "furat/search_results.hpp"
#include "searcher/formats/csv_cells.hpp"

namespace furat::formats {

/// A header line, then a line a hit. Cells are sanitized; text that a spreadsheet would run as a
/// formula (it begins with = + - or @) has an apostrophe before it.
[[nodiscard]] std::string format_csv(const SearchResults& results,
                                     Separator separator = Separator::comma);

/// A header line, then a line a value of each facet, in tree order.
[[nodiscard]] std::string format_facets_csv(const SearchResults& results, Separator separator);

}  // namespace furat::formats
