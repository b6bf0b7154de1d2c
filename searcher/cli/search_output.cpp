#include "searcher/cli/search_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/markdown_format.hpp"
#include "searcher/cli/name_list.hpp"
#include "searcher/cli/text_format.hpp"
#include "searcher/formats/csv_format.hpp"
#include "searcher/formats/geojson_format.hpp"
#include "searcher/formats/json_format.hpp"
#include "searcher/formats/trec_format.hpp"

namespace furat::cli {

using formats::ask_for_places;
using formats::format_csv;
using formats::format_facets_csv;
using formats::format_geojson;
using formats::format_json;
using formats::format_jsonl;
using formats::format_trec;
using formats::Separator;

namespace {

bool is_list(const SearchOptions& options) {
  return options.output == "articles" || options.output == "files";
}

template <std::size_t N>
bool is_one_of(std::string_view value, const std::array<std::string_view, N>& values) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// A format that cannot show the output is refused, not replaced.
void check_format(const SearchOptions& options) {
  constexpr std::array<std::string_view, 3> kOfLists{"text", "json", "jsonl"};
  constexpr std::array<std::string_view, 2> kWithoutFacets{"trec", "geojson"};
  const auto refuse = [&](const std::string& instead) {
    throw RequestError(fmt::format("--output {} is not written as {}; {}", options.output,
                                   options.format, instead),
                       "format", options.format);
  };
  if (is_list(options) && !is_one_of(options.format, kOfLists))
    refuse("take --format text, json or jsonl, or --null");
  if (options.output == "facets" && is_one_of(options.format, kWithoutFacets))
    refuse("take text, json, jsonl, csv, tsv or markdown");
  if (options.null_separated && (options.format != "text" || !is_list(options)))
    throw RequestError("--null parts the lists of --output files and articles", "null", "");
}

void ask_for_list(SearchRequest& request, const SearchOptions& options) {
  request.group = GroupBy::article;
  request.snippet_chars = 0;
  request.facets.clear();
  if (!options.limit_given) request.limit = std::numeric_limits<std::uint32_t>::max();
}

void ask_for_facets(SearchRequest& request) {
  request.limit = 0;
  if (request.facets.empty()) request.facets = {"place", "actor", "date"};
}

/// The files of the hits where they lie; by their names in the archive where that is not known.
std::vector<std::string> paths_of(const SearchResults& results, const Searcher& searcher) {
  auto names = file_names(results);
  for (auto& name : names) {
    const auto path = searcher.original_path(name);
    if (!path.empty()) name = path.string();
  }
  return names;
}

std::string list_output(const SearchResults& results, const SearchOptions& options,
                        const Searcher& searcher) {
  const auto names =
      options.output == "articles" ? article_ids(results) : paths_of(results, searcher);
  if (options.format == "json") return format_names_json(names);
  if (options.format == "jsonl") return format_names_jsonl(names);
  return options.null_separated ? format_null(names) : format_lines(names);
}

/// The bare number of what the output would list; of facets one a line.
std::string count_output(const SearchResults& results, const SearchOptions& options) {
  if (options.output == "files") return fmt::format("{}\n", file_names(results).size());
  if (options.output != "facets") return fmt::format("{}\n", results.total_hits);
  std::string out;
  for (const auto& facet : results.facets) out += fmt::format("{}\n", facet.total_values);
  return out;
}

}  // namespace

SearchRequest output_request_of(const SearchOptions& options) {
  check_format(options);
  auto request = request_of(options, query_of(options));
  if (options.format == "geojson") ask_for_places(request);
  if (is_list(options)) ask_for_list(request, options);
  if (options.output == "facets") ask_for_facets(request);
  if (!options.count_only) return request;
  // Only the files have to be seen to be counted.
  request.limit = options.output == "files" ? std::numeric_limits<std::uint32_t>::max() : 0;
  request.offset = 0;
  if (options.output != "facets") request.facets.clear();
  return request;
}

std::string search_output(const SearchResults& results, const SearchRequest& request,
                          const SearchOptions& options, const Searcher& searcher) {
  if (options.count_only) return count_output(results, options);
  if (is_list(options)) return list_output(results, options, searcher);
  const auto& format = options.format;
  if (format == "json") return format_json(results, request);
  if (format == "jsonl") return format_jsonl(results, request);
  if (format == "geojson") return format_geojson(results, request);
  if (format == "markdown") return format_markdown(results, request);
  if (format == "trec") return format_trec(results, "1");
  if (format == "csv" || format == "tsv") {
    const auto separator = format == "csv" ? Separator::comma : Separator::tab;
    return options.output == "facets" ? format_facets_csv(results, separator)
                                      : format_csv(results, separator);
  }
  auto style = style_of(options);
  style.path_of_file = [&searcher](const std::string& file) {
    return searcher.original_path(file).string();
  };
  return format_text(results, request, style);
}

bool has_notes(const SearchOptions& options) {
  return !options.count_only && !is_list(options) &&
         (options.format == "json" || options.format == "geojson" || options.format == "text");
}

std::string cut_notice(const SearchResults& results, const SearchRequest& request,
                       const SearchOptions& options) {
  constexpr std::array<std::string_view, 3> kTables{"csv", "tsv", "trec"};
  const bool says_so_itself = !is_list(options) && !is_one_of(options.format, kTables);
  const auto all = results.total_hits;
  if (says_so_itself || options.count_only || options.output == "facets" ||
      results.hits.size() >= all || results.hits.empty())
    return {};
  return fmt::format("showing {}-{} of {} {}; --limit all shows the rest",
                     results.hits.front().rank, results.hits.back().rank, all,
                     request.group == GroupBy::article ? "articles" : "passages");
}

}  // namespace furat::cli
