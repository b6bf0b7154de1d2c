#include "searcher/formats/csv_cells.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "searcher/formats/sanitize.hpp"

namespace furat::formats {
namespace {

std::string quoted(std::string_view cell) {
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

/// Spreadsheets look past leading blanks for a formula.
bool looks_like_formula(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@").find(cell[first]) != std::string_view::npos;
}

std::string quoted_where_needed(const std::string& cell) {
  return cell.find_first_of(",\"\r\n") == std::string::npos ? cell : quoted(cell);
}

}  // namespace

std::string text_cell(std::string_view text) {
  std::string cell = sanitized(text);
  if (looks_like_formula(cell)) cell.insert(cell.begin(), '\'');
  return cell;
}

std::string table_line(const std::vector<std::string>& cells, Separator separator) {
  if (separator == Separator::tab) return fmt::format("{}\n", fmt::join(cells, "\t"));
  std::vector<std::string> fields;
  for (const auto& cell : cells) fields.push_back(quoted_where_needed(cell));
  return fmt::format("{}\r\n", fmt::join(fields, ","));
}

std::string csv_line(const std::vector<std::string>& cells) {
  return table_line(cells, Separator::comma);
}

}  // namespace furat::formats
