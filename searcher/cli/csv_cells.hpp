// Cells of CSV tables (RFC 4180) that a spreadsheet may open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace furat::cli {

/// The text as a cell: sanitized, with an apostrophe before it where a spreadsheet would run it as
/// a formula (it begins with = + - or @), quoted where it has to be.
[[nodiscard]] std::string text_cell(std::string_view text);

/// The cells as one line, ended by CR LF.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace furat::cli
