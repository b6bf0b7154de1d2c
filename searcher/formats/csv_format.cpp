#include "searcher/formats/csv_format.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

#include "searcher/formats/mentions.hpp"

namespace furat::formats {
namespace {

using Cells = std::vector<std::string>;

const Cells& hit_header() {
  static const Cells header{"rank",   "score",     "passage", "article", "title",
                            "source", "published", "file",    "line",    "start",
                            "end",    "snippet",   "places",  "dates",   "actors"};
  return header;
}

const Cells& facet_header() {
  static const Cells header{"dimension", "id",       "name",    "kind",     "parent", "depth",
                            "passages",  "articles", "precise", "selected", "stories"};
  return header;
}

std::string names_cell(const Hit& hit, std::string_view dimension) {
  return text_cell(fmt::format("{}", fmt::join(mentioned_names(hit, dimension), "; ")));
}

Cells cells_of(const Hit& hit) {
  return {fmt::format("{}", hit.rank),      fmt::format("{:.6f}", hit.score),
          text_cell(hit.passage),           text_cell(hit.article.id),
          text_cell(hit.article.title),     text_cell(hit.article.source),
          text_cell(hit.article.published), text_cell(hit.article.file),
          fmt::format("{}", hit.line),      fmt::format("{}", hit.bytes.begin),
          fmt::format("{}", hit.bytes.end), text_cell(hit.snippet.text),
          names_cell(hit, "place"),         names_cell(hit, "date"),
          names_cell(hit, "actor")};
}

Cells cells_of(const FacetCounts& facet, const FacetValue& value) {
  return {text_cell(facet.dimension),
          text_cell(value.id),
          text_cell(value.name),
          text_cell(value.kind),
          text_cell(value.parent),
          fmt::format("{}", value.depth),
          fmt::format("{}", value.passages),
          fmt::format("{}", value.articles),
          fmt::format("{}", value.precise),
          value.selected ? "yes" : "no",
          fmt::format("{}", value.stories)};
}

}  // namespace

std::string format_csv(const SearchResults& results, Separator separator) {
  std::string out = table_line(hit_header(), separator);
  for (const Hit& hit : results.hits) out += table_line(cells_of(hit), separator);
  return out;
}

std::string format_facets_csv(const SearchResults& results, Separator separator) {
  std::string out = table_line(facet_header(), separator);
  for (const FacetCounts& facet : results.facets)
    for (const FacetValue& value : facet.values)
      out += table_line(cells_of(facet, value), separator);
  return out;
}

}  // namespace furat::formats
