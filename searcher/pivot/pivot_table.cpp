#include "searcher/pivot/pivot_table.hpp"

#include <algorithm>

#include "searcher/pivot/pivot_values.hpp"
#include "searcher/timeline/calendar_counts.hpp"

namespace furat {
namespace {

/// Counts of all cells, those of others, without and all included. A table of all values is mostly
/// empty: cells are kept a row by the number of their column.
using Cells = std::vector<std::unordered_map<std::size_t, OnceCounter>>;

/// Two axes and what stands on them.
struct Table {
  PivotAxis& row_axis;
  PivotAxis& column_axis;
  PivotValues rows, columns;
};

Cells count_cells(const Table& table, const std::vector<PassageOfArticle>& passages,
                  const Deadline& deadline) {
  Cells cells(table.rows.all() + 1);
  std::vector<std::size_t> row_lines;
  std::vector<std::size_t> column_lines;
  PacedCheck in_time(deadline);
  for (const auto& [article, passage] : passages) {
    in_time.step();
    table.rows.lines_of(table.row_axis.of(passage), row_lines);
    table.columns.lines_of(table.column_axis.of(passage), column_lines);
    for (const auto row : row_lines)
      for (const auto column : column_lines) cells[row][column].add(article, passage);
  }
  return cells;
}

Counted count_at(const Cells& cells, std::size_t row, std::size_t column) {
  const auto found = cells[row].find(column);
  return found == cells[row].end() ? Counted{} : found->second.counted();
}

PivotRow row_at(std::size_t number, const PivotValue& value, const Cells& cells,
                const PivotValues& columns) {
  PivotRow row;
  row.value = value;
  row.value.total = count_at(cells, number, columns.all());
  row.others = count_at(cells, number, columns.others());
  row.without = count_at(cells, number, columns.without());
  for (const auto& [column, count] : cells[number])
    if (column < columns.shown().size()) row.cells.push_back({column, count.counted()});
  std::sort(row.cells.begin(), row.cells.end(),
            [](const auto& a, const auto& b) { return a.column < b.column; });
  return row;
}

}  // namespace

PivotResults count_table(PivotAxis& row_axis, PivotAxis& column_axis,
                         const std::vector<PassageOfArticle>& passages, const PivotRequest& request,
                         const Deadline& deadline) {
  const Table table{
      row_axis, column_axis,
      PivotValues(row_axis, passages, request.order, request.row_limit, deadline),
      PivotValues(column_axis, passages, request.order, request.column_limit, deadline)};
  const auto cells = count_cells(table, passages, deadline);

  PivotResults results;
  results.columns = table.columns.shown();
  for (std::size_t i = 0; i < table.rows.shown().size(); ++i)
    results.rows.push_back(row_at(i, table.rows.shown()[i], cells, table.columns));
  results.other_rows = row_at(table.rows.others(), {}, cells, table.columns);
  results.without_row = row_at(table.rows.without(), {}, cells, table.columns);
  results.all_passages = row_at(table.rows.all(), {}, cells, table.columns);
  results.total_rows = table.rows.total_values();
  results.total_columns = table.columns.total_values();
  return results;
}

}  // namespace furat
