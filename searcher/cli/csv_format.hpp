// The hits as a table for spreadsheets.
#pragma once

#include <string>

#include "furat/search_results.hpp"

namespace furat::cli {

/// RFC 4180: a header line, then a line a hit, each ended by CR LF. Cells are sanitized; text that
/// a spreadsheet would run as a formula (it begins with = + - or @) has an apostrophe before it.
[[nodiscard]] std::string format_csv(const SearchResults& results);

}  // namespace furat::cli
