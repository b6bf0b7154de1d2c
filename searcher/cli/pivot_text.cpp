#include "searcher/cli/pivot_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "searcher/cli/text_grid.hpp"
#include "searcher/cli/text_summary.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/plural.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::sanitized;

namespace {

constexpr std::string_view kOthers = "others";
constexpr std::string_view kWithout = "none";
constexpr std::string_view kAll = "all";

/// What the table shows of each count, and which of its outer lines there are.
struct Shown {
  CountOf of;
  bool other_columns, without_column;

  /// Nothing is a dot, so that what there is stands out.
  [[nodiscard]] std::string cell(const Counted& counted) const {
    const auto count = of == CountOf::passages ? counted.passages : counted.articles;
    return count == 0 ? "." : fmt::format("{}", count);
  }
};

std::vector<std::string> headers_of(const PivotResults& results, const Shown& shown) {
  std::vector<std::string> headers;
  for (const auto& column : results.columns) headers.push_back(sanitized(column.name));
  if (shown.other_columns) headers.emplace_back(kOthers);
  if (shown.without_column) headers.emplace_back(kWithout);
  headers.emplace_back(kAll);
  return headers;
}

GridRow grid_row(std::string_view name, const PivotRow& row, std::size_t columns,
                 const Shown& shown) {
  GridRow line{sanitized(name), std::vector<std::string>(columns, shown.cell({}))};
  for (const auto& cell : row.cells) line.cells[cell.column] = shown.cell(cell.counted);
  if (shown.other_columns) line.cells.push_back(shown.cell(row.others));
  if (shown.without_column) line.cells.push_back(shown.cell(row.without));
  line.cells.push_back(shown.cell(row.value.total));
  return line;
}

std::vector<GridRow> grid_rows(const PivotResults& results, const Shown& shown) {
  const auto columns = results.columns.size();
  std::vector<GridRow> rows;
  for (const auto& row : results.rows)
    rows.push_back(grid_row(row.value.name, row, columns, shown));
  if (results.other_rows.value.total.passages > 0)
    rows.push_back(grid_row(kOthers, results.other_rows, columns, shown));
  if (results.without_row.value.total.passages > 0)
    rows.push_back(grid_row(kWithout, results.without_row, columns, shown));
  rows.push_back(grid_row(kAll, results.all_passages, columns, shown));
  return rows;
}

/// "12 of 40": a list that was cut says so.
std::string cut_list(std::size_t shown, std::size_t all) {
  return shown == all ? fmt::format("{}", all) : fmt::format("{} of {}", shown, all);
}

std::string heading_of(const PivotResults& results, const PivotRequest& request) {
  return fmt::format("{} ({}) by {} ({}), counted in {}", sanitized(request.rows),
                     cut_list(results.rows.size(), results.total_rows), sanitized(request.columns),
                     cut_list(results.columns.size(), results.total_columns),
                     request.order == CountOf::passages ? "passages" : "articles");
}

}  // namespace

std::string format_pivot_text(const PivotResults& results, const PivotRequest& request,
                              const TextStyle& style) {
  std::string out;
  append_summary(out, results.matched, request.search, "", style);
  if (results.matched.total_passages == 0) return out;
  append_lines(out, heading_of(results, request), 0, style);
  const Shown shown{request.order, results.all_passages.others.passages > 0,
                    results.all_passages.without.passages > 0};
  append_grid(out, headers_of(results, shown), grid_rows(results, shown), style);
  return out;
}

}  // namespace furat::cli
