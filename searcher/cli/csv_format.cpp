#include "searcher/cli/csv_format.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "searcher/cli/mentions.hpp"
#include "searcher/cli/sanitize.hpp"

namespace furat::cli {
namespace {

constexpr std::string_view kHeader =
    "rank,score,passage,article,title,source,published,file,line,start,end,snippet,places,dates,"
    "actors\r\n";

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

std::string text_cell(std::string_view text) {
  std::string cell = sanitized(text);
  if (looks_like_formula(cell)) cell.insert(cell.begin(), '\'');
  const bool is_plain = cell.find_first_of(",\"\r\n") == std::string::npos;
  return is_plain ? cell : quoted(cell);
}

std::string names_cell(const Hit& hit, std::string_view dimension) {
  return text_cell(fmt::format("{}", fmt::join(mentioned_names(hit, dimension), "; ")));
}

std::string line_of(const Hit& hit) {
  const std::vector<std::string> cells{
      fmt::format("{}", hit.rank),      fmt::format("{:.6f}", hit.score),
      text_cell(hit.passage),           text_cell(hit.article.id),
      text_cell(hit.article.title),     text_cell(hit.article.source),
      text_cell(hit.article.published), text_cell(hit.article.file),
      fmt::format("{}", hit.line),      fmt::format("{}", hit.bytes.begin),
      fmt::format("{}", hit.bytes.end), text_cell(hit.snippet.text),
      names_cell(hit, "place"),         names_cell(hit, "date"),
      names_cell(hit, "actor")};
  return fmt::format("{}\r\n", fmt::join(cells, ","));
}

}  // namespace

std::string format_csv(const SearchResults& results) {
  std::string out(kHeader);
  for (const Hit& hit : results.hits) out += line_of(hit);
  return out;
}

}  // namespace furat::cli
