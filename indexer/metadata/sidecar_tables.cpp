#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <stdexcept>
#include <vector>

#include "indexer/metadata/sidecar_formats.hpp"
#include "indexer/readers/csv_records.hpp"
#include "indexer/readers/decode.hpp"

namespace furat::indexer {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.emplace_back(trimmed(line.substr(begin, end - begin)));
    if (end == line.size()) return fields;
    begin = end + 1;
  }
}

std::vector<std::string> fields_of(std::string_view text, const CsvRecord& record) {
  std::vector<std::string> fields;
  for (const CsvField& field : record.fields) fields.emplace_back(trimmed(csv_value(text, field)));
  return fields;
}

bool is_column(std::string_view name) {
  SidecarRows probing{""};
  SidecarEntry probe;
  return name == "file" || probing.set(probe, name, {}, 1);
}

std::runtime_error empty_file(const std::string& name) {
  return std::runtime_error(fmt::format("{}:1: the file is empty", name));
}

}  // namespace

Sidecar read_tsv_sidecar(const std::string& name, std::string_view bytes) {
  const DecodedText decoded = decode(bytes);
  const std::string_view text = decoded.text;
  SidecarRows rows(name);
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (number == 1) {
      rows.set_columns(fields_of(line));
    } else if (line.find_first_not_of(" \t") != std::string_view::npos) {
      rows.add_fields(fields_of(line), number);
    }
  }
  if (number == 0) throw empty_file(name);
  return std::move(rows).take();
}

Sidecar read_csv_sidecar(const std::string& name, std::string_view bytes) {
  const DecodedText decoded = decode(bytes);
  const std::string_view text = decoded.text;
  CsvHeader header = csv_header(text, is_column);
  if (header.names.empty()) throw empty_file(name);
  SidecarRows rows(name);
  rows.set_columns(std::move(header.names));
  CsvRecords records(text, header.delimiter);
  CsvRecord record;
  (void)records.next(record);  // the header
  while (records.next(record)) {
    if (!record.fault.empty()) {
      rows.problem(record.line, record.fault + " The row is ignored.");
    } else if (!record.is_blank()) {
      rows.add_fields(fields_of(text, record), record.line);
    }
  }
  return std::move(rows).take();
}

void SidecarRows::set_columns(std::vector<std::string> columns) {
  columns_ = std::move(columns);
  if (std::count(columns_.begin(), columns_.end(), "file") == 0) {
    throw std::runtime_error(fmt::format("{}:1: the header must name the column \"file\"", name_));
  }
  std::set<std::string> seen;
  for (std::string& column : columns_) {
    const bool known = is_column(column);
    if (known && seen.insert(column).second) continue;
    problem(1, fmt::format("The column {} {} ignored.", quoted(std::string_view(column)),
                           known ? "stands twice; this one is" : "is unknown and is"));
    column.clear();
  }
}

void SidecarRows::add_fields(std::span<const std::string> fields, std::size_t line) {
  if (fields.size() > columns_.size()) {
    problem(line, fmt::format("The row has {} fields where the header has {}; it is ignored.",
                              fields.size(), columns_.size()));
    return;
  }
  std::string_view file;
  SidecarEntry entry;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (columns_[i] == "file") {
      file = fields[i];
    } else if (!columns_[i].empty()) {
      set(entry, columns_[i], fields[i], line);
    }
  }
  add(file, std::move(entry), line);
}

}  // namespace furat::indexer
