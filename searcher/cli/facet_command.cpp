#include "searcher/cli/facet_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/text_summary.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/facet_values_data.hpp"
#include "searcher/formats/plural.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::counted;
using formats::sanitized;

namespace {

/// "Deir ez-Zor, Deir ez-Zor Governorate, Syria"
std::string name_with_path(const FoundFacetValue& found) {
  std::string name = found.value.name.empty() ? found.value.id : found.value.name;
  for (const auto& above : found.path) name += ", " + above.name;
  return sanitized(name);
}

std::string heading_of(const FacetValuesResults& results, const FacetValuesRequest& request) {
  std::string heading = request.dimension + ": ";
  if (results.values.size() < results.total_values)
    heading += fmt::format("{} of ", results.values.size());
  heading += counted(results.total_values, "value");
  if (!request.text.empty()) heading += " with '" + request.text + "' in a name";
  if (results.passages_without > 0)
    heading += fmt::format(", {} without", counted(results.passages_without, "passage"));
  return sanitized(heading);
}

std::string text_of(const FacetValuesResults& results, const FacetValuesRequest& request,
                    const TextStyle& style) {
  std::string out;
  append_summary(out, results.matched, request.search, "", style);
  append_lines(out, heading_of(results, request), 0, style);
  if (!results.values.empty()) out += "\n passages articles  stories   name\n";
  for (const auto& found : results.values) {
    const auto lead =
        fmt::format("{:>9} {:>8} {:>8} {} ", found.value.passages, found.value.articles,
                    found.value.stories, found.value.selected ? '*' : ' ');
    append_paragraph(out, {lead, lead.size(), {name_with_path(found), {}}, {}}, style);
  }
  return out;
}

std::string written_as(const std::string& format, const FacetValuesResults& results,
                       const FacetValuesRequest& request, const TextStyle& style) {
  if (format == "json") return formats::format_facet_values_json(results, request);
  if (format == "csv")
    return formats::format_facet_values_csv(results, request, formats::Separator::comma);
  if (format == "tsv")
    return formats::format_facet_values_csv(results, request, formats::Separator::tab);
  return text_of(results, request, style);
}

}  // namespace

CLI::App& add_facet(CLI::App& app, SearchOptions& options) {
  auto& facet = *app.add_subcommand("facet", "Search the values of a facet by name");
  facet.add_option("DIMENSION", options.dimension, "Whose values")
      ->option_text("place|actor|date|source|published|kind")
      ->required();
  facet.add_option("TEXT", options.words, "Words of a name, in any spelling; none: all values")
      ->option_text(" ");
  facet.add_option("--limit", options.values, "Values to list (20), or all; 0: all")
      ->transform(CLI::Validator(
          [](std::string& value) {
            if (value == "all") value = "0";
            return std::string();
          },
          ""))
      ->check(CLI::Range(0, 1000000000))
      ->option_text("N")
      ->take_last();
  facet.add_option("--order", options.order, "Most frequent first, or by name")
      ->check(CLI::IsMember({"count", "name"}))
      ->option_text("count|name")
      ->take_last();
  facet.add_option("--query", options.query, "Only passages that this query finds")
      ->option_text("WORDS")
      ->take_last();
  facet.add_option("--format", options.format, "How to print")
      ->check(CLI::IsMember({"text", "json", "csv", "tsv"}))
      ->option_text("text|json|csv|tsv")
      ->take_last();
  return facet;
}

int run_facet(const SearchOptions& options) {
  const auto request = facet_request_of(options, query_of(options));
  const auto results = open_searcher(options).facet_values(request);
  print(written_as(options.format, results, request, style_of(options)));
  if (options.format == "csv" || options.format == "tsv") tell_of_shards(results.matched);
  return results.values.empty() ? kNoHits : kHits;
}

}  // namespace furat::cli
