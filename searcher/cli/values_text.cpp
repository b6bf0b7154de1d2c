#include "searcher/cli/values_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "searcher/cli/display_width.hpp"
#include "searcher/cli/text_summary.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/cli/value_card.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::sanitized;

namespace {

/// Terminals that are narrower than this get no dates and kinds.
constexpr std::size_t kRoomForAll = 60;
constexpr std::size_t kWidestKind = 17;  // "political militia"

std::string year_of(const std::string& date) {
  const auto end = date.find('-', 1);
  return date.substr(0, end);
}

std::string years_of(const ValueInfo& value) {
  if (value.first_date.empty()) return "";
  const auto first = year_of(value.first_date);
  const auto last = year_of(value.last_date);
  return first == last ? first : first + ".." + last;
}

struct Cells {
  std::string passages, articles, dates, kind, country, name;
};

/// Widths of the columns that have one of their own; 0: left out.
struct Columns {
  std::size_t dates = 0, kind = 0, country = 0;
};

std::vector<Cells> cells_of(const ValuesResults& results, const ValuesRequest& request) {
  std::vector<Cells> rows{{"passages", "articles", "dates", "kind", "", "name"}};
  for (const auto& value : results.values)
    rows.push_back({fmt::format("{}", value.counted.passages),
                    fmt::format("{}", value.counted.articles), years_of(value),
                    cut_to_width(sanitized(kind_words(value.kind)), kWidestKind),
                    // Towns of one name are told apart by it.
                    request.dimension == "place" ? sanitized(value.country) : "",
                    sanitized(value.name) + (value.discovered ? " (discovered)" : "")});
  return rows;
}

Columns columns_of(const std::vector<Cells>& rows, const TextStyle& style) {
  Columns columns;
  if (style.width < kRoomForAll) return columns;
  for (const auto& row : rows) {
    columns.dates = std::max(columns.dates, display_width(row.dates));
    columns.kind = std::max(columns.kind, display_width(row.kind));
    columns.country = std::max(columns.country, display_width(row.country));
  }
  return columns;
}

void append_cell(std::string& line, const std::string& text, std::size_t columns) {
  if (columns == 0) return;
  line += text + spaces(columns - std::min(columns, display_width(text))) + " ";
}

void append_list(std::string& out, const ValuesResults& results, const ValuesRequest& request,
                 const TextStyle& style) {
  const auto rows = cells_of(results, request);
  const auto columns = columns_of(rows, style);
  out += '\n';
  for (const auto& row : rows) {
    // Numbers before names: one that runs from right to left disturbs nothing behind it.
    auto line = fmt::format("{:>8} {:>8} ", row.passages, row.articles);
    append_cell(line, row.dates, columns.dates);
    append_cell(line, row.kind, columns.kind);
    append_cell(line, row.country, columns.country);
    const auto used = display_width(line);
    out += line + cut_to_width(row.name, style.width > used ? style.width - used : 1) + '\n';
  }
}

/// "actors: 20 of 213, by passages"
std::string heading_of(const ValuesResults& results, const ValuesRequest& request) {
  std::string heading = request.dimension + "s";
  if (!request.name.empty()) heading += fmt::format(" named '{}'", request.name);
  if (results.tier == "words")
    heading = fmt::format("{}s with '{}' in a name", request.dimension, request.name);
  else if (results.tier != "exact")
    heading = fmt::format("{}s spelled like '{}'", request.dimension, request.name);
  heading += ": ";
  if (results.values.size() < results.total_values)
    heading += fmt::format("{} of ", results.values.size());
  return sanitized(heading + fmt::format("{}", results.total_values));
}

void append_others(std::string& out, const ValuesResults& results, const TextStyle& style) {
  if (results.others.empty()) return;
  std::string line;
  for (const auto& other : results.others)
    line += fmt::format("{}{} ({})", line.empty() ? "" : ", ", other.name, other.id);
  out += '\n';
  append_lines(out, sanitized("these words are in a name of: " + line), 0, style);
}

}  // namespace

std::string format_values_text(const ValuesResults& results, const ValuesRequest& request,
                               const TextStyle& style) {
  std::string out;
  append_summary(out, results.matched, request.search, "", style);
  if (results.matched.total_passages == 0) return out;
  const bool one = !request.name.empty() && results.total_values == 1;
  if (!one || results.tier != "exact") append_lines(out, heading_of(results, request), 0, style);
  if (one)
    append_value_card(out, results.values.front(), style);
  else if (!results.values.empty())
    append_list(out, results, request, style);
  append_others(out, results, style);
  return out;
}

}  // namespace furat::cli
