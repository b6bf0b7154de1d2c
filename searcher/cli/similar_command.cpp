#include "searcher/cli/similar_command.hpp"

#include <CLI/CLI.hpp>

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/json_format.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/text_format.hpp"

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
      ->check(CLI::IsMember({"text", "json", "jsonl"}))
      ->option_text("text|json|jsonl")
      ->take_last();
  return similar;
}

int run_similar(const SearchOptions& options) {
  SimilarRequest request;
  request.passage = options.passage;
  request.search = request_of(options, "");
  request.copies = options.copies;
  const auto results = open_searcher(options).similar(request);
  print(options.format == "json"    ? format_json(results, request.search)
        : options.format == "jsonl" ? format_jsonl(results, request.search)
                                    : format_text(results, request.search, style_of(options)));
  return results.total_passages == 0 ? kNoHits : kHits;
}

}  // namespace furat::cli
