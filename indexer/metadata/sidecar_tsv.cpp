#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <stdexcept>
#include <vector>

#include "indexer/metadata/sidecar_formats.hpp"
#include "indexer/readers/decode.hpp"

namespace furat::indexer {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.push_back(trimmed(line.substr(begin, end - begin)));
    if (end == line.size()) return fields;
    begin = end + 1;
  }
}

/// The columns, with unknown names blanked after they have been reported.
std::vector<std::string_view> columns_of(std::string_view header, SidecarRows& rows) {
  std::vector<std::string_view> columns = fields_of(header);
  if (std::count(columns.begin(), columns.end(), "file") == 0) {
    throw std::runtime_error(
        fmt::format("{}:1: the header must name the column \"file\"", rows.name()));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::string_view& column = columns[i];
    const auto earlier = columns.begin() + static_cast<std::ptrdiff_t>(i);
    SidecarEntry probe;
    if (std::find(columns.begin(), earlier, column) != earlier) {
      rows.problem(1,
                   fmt::format("The column {} stands twice; this one is ignored.", quoted(column)));
      column = {};
    } else if (column != "file" && !rows.set(probe, column, {}, 1)) {
      rows.problem(1, fmt::format("The column {} is unknown and is ignored.", quoted(column)));
      column = {};
    }
  }
  return columns;
}

void add_row(std::string_view line, std::size_t number, std::span<const std::string_view> columns,
             SidecarRows& rows) {
  const std::vector<std::string_view> fields = fields_of(line);
  if (fields.size() > columns.size()) {
    rows.problem(number,
                 fmt::format("The row has {} fields where the header has {}; it is ignored.",
                             fields.size(), columns.size()));
    return;
  }
  std::string_view file;
  SidecarEntry entry;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (columns[i] == "file") {
      file = fields[i];
    } else if (!columns[i].empty()) {
      rows.set(entry, columns[i], fields[i], number);
    }
  }
  rows.add(file, std::move(entry), number);
}

}  // namespace

Sidecar read_tsv_sidecar(const std::string& name, std::string_view bytes) {
  const DecodedText decoded = decode(bytes);
  const std::string_view text = decoded.text;
  SidecarRows rows(name);
  std::vector<std::string_view> columns;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (number == 1) {
      columns = columns_of(line, rows);
    } else if (line.find_first_not_of(" \t") != std::string_view::npos) {
      add_row(line, number, columns, rows);
    }
  }
  if (number == 0) throw std::runtime_error(fmt::format("{}:1: the file is empty", name));
  return std::move(rows).take();
}

}  // namespace furat::indexer
