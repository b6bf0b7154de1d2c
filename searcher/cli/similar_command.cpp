#include "searcher/cli/similar_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/search_output.hpp"

namespace furat::cli {

CLI::App& add_similar(CLI::App& app, SearchOptions& options) {
  auto& similar = *app.add_subcommand("similar", "Find passages like a given one");
  similar.add_option("PASSAGE", options.passage, "Key of the passage, as JSON has it: ARTICLE#2")
      ->option_text(" ")
      ->required();
  similar.add_flag("--copies", options.copies, "Also those with nearly the same text");
  similar
      .add_option("--facets", options.facets, "Counts by place,actor,date,source,published,kind")
      ->option_text("LIST")
      ->take_last();
  similar.add_option("--format", options.format, "How to print")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "tsv", "markdown", "trec", "geojson"}))
      ->option_text("text|json|jsonl|csv|tsv|markdown|trec|geojson")
      ->take_last();
  return similar;
}

int run_similar(const SearchOptions& options) {
  SimilarRequest request;
  request.passage = options.passage;
  request.search = output_request_of(options);
  request.copies = options.copies;
  const auto searcher = open_searcher(options);
  const auto results = searcher.similar(request);
  print(search_output(results, request.search, options, searcher));
  const auto notice = cut_notice(results, request.search, options);
  if (!notice.empty()) fmt::print(stderr, "furat-search: {}\n", notice);
  if (!has_notes(options)) tell_of_shards(results);
  return results.total_passages == 0 ? kNoHits : kHits;
}

}  // namespace furat::cli
