#include "searcher/cli/csv_format.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "searcher/cli/csv_cells.hpp"
#include "searcher/cli/mentions.hpp"

namespace furat::cli {
namespace {

constexpr std::string_view kHeader =
    "rank,score,passage,article,title,source,published,file,line,start,end,snippet,places,dates,"
    "actors\r\n";

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
  return csv_line(cells);
}

}  // namespace

std::string format_csv(const SearchResults& results) {
  std::string out(kHeader);
  for (const Hit& hit : results.hits) out += line_of(hit);
  return out;
}

}  // namespace furat::cli
