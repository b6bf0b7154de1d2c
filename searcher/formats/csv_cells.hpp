// Cells of CSV (RFC 4180) and TSV tables that a spreadsheet may open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace furat::formats {

/// What parts the cells of a line. TSV has no quotes: no cell has a tab or a line end.
enum class Separator { comma, tab };

/// The text as a cell: sanitized, with an apostrophe before it where a spreadsheet would run it as
/// a formula (it begins with = + - or @).
[[nodiscard]] std::string text_cell(std::string_view text);

/// The cells as one line: with commas, quoted where they have to be, ended by CR LF; with tabs,
/// ended by LF.
[[nodiscard]] std::string table_line(const std::vector<std::string>& cells, Separator separator);
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace furat::formats
