#include "searcher/formats/pivot_data.hpp"

#include <fmt/format.h>

#include <map>

#include "searcher/formats/csv_cells.hpp"
#include "searcher/formats/json_parts.hpp"

namespace furat::formats {
namespace {

std::string number_cell(const Counted& counted, CountOf of) {
  return fmt::format("{}", of == CountOf::passages ? counted.passages : counted.articles);
}

/// The names of the columns; where two are the same, with their ids.
std::vector<std::string> column_names(const std::vector<PivotValue>& columns) {
  std::map<std::string, std::size_t> uses;
  for (const auto& column : columns) ++uses[column.name];
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const auto& column : columns)
    names.push_back(uses[column.name] == 1 ? column.name
                                           : fmt::format("{} ({})", column.name, column.id));
  return names;
}

std::string line_of(std::string_view id, std::string_view name, const PivotRow& row,
                    std::size_t columns, CountOf of) {
  std::vector<std::string> cells{text_cell(id), text_cell(name)};
  cells.resize(2 + columns, "0");
  for (const auto& cell : row.cells) cells[2 + cell.column] = number_cell(cell.counted, of);
  for (const auto& counted : {row.others, row.without, row.value.total})
    cells.push_back(number_cell(counted, of));
  return csv_line(cells);
}

Json value_object(const PivotValue& value) {
  return {{"id", json_text(value.id)},
          {"name", json_text(value.name)},
          {"passages", value.total.passages},
          {"articles", value.total.articles}};
}

/// The counts of a row, without its value.
Json row_object(const PivotRow& row) {
  Json cells = Json::array();
  for (const auto& cell : row.cells)
    cells.push_back({{"column", cell.column},
                     {"passages", cell.counted.passages},
                     {"articles", cell.counted.articles}});
  return {{"passages", row.value.total.passages},
          {"articles", row.value.total.articles},
          {"cells", std::move(cells)},
          {"others", json_counted(row.others)},
          {"without", json_counted(row.without)}};
}

Json named_row_object(const PivotRow& row) {
  Json object = {{"id", json_text(row.value.id)}, {"name", json_text(row.value.name)}};
  object.update(row_object(row));
  return object;
}

}  // namespace

std::string format_pivot_csv(const PivotResults& results, const PivotRequest& request) {
  std::vector<std::string> header{"id", "name"};
  for (const auto& name : column_names(results.columns)) header.push_back(text_cell(name));
  for (const char* outer : {"others", "none", "all"}) header.emplace_back(outer);
  std::string out = csv_line(header);
  const auto columns = results.columns.size();
  for (const auto& row : results.rows)
    out += line_of(row.value.id, row.value.name, row, columns, request.order);
  out += line_of("", "others", results.other_rows, columns, request.order);
  out += line_of("", "none", results.without_row, columns, request.order);
  return out + line_of("", "all", results.all_passages, columns, request.order);
}

std::string format_pivot_json(const PivotResults& results, const PivotRequest& request) {
  Json object = json_summary(results.matched, request.search);
  object["row_dimension"] = json_text(request.rows);
  object["column_dimension"] = json_text(request.columns);
  object["ancestors"] = request.ancestors;
  object["order"] = request.order == CountOf::passages ? "passages" : "articles";
  object["total_rows"] = results.total_rows;
  object["total_columns"] = results.total_columns;
  Json columns = Json::array();
  for (const auto& column : results.columns) columns.push_back(value_object(column));
  object["columns"] = std::move(columns);
  Json rows = Json::array();
  for (const auto& row : results.rows) rows.push_back(named_row_object(row));
  object["rows"] = std::move(rows);
  object["other_rows"] = row_object(results.other_rows);
  object["without_row"] = row_object(results.without_row);
  object["all_passages"] = row_object(results.all_passages);
  return written(object, 2);
}

}  // namespace furat::formats
