#include "searcher/cli/suggest_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/display_width.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/formats/completions_json.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::sanitized;

namespace {

std::string text_of(const std::vector<Completion>& found, const TextStyle& style) {
  std::string out;
  for (const auto& completion : found) {
    // Numbers before names: one that runs from right to left disturbs nothing behind it.
    const auto lead = fmt::format("{:>8} {:<6} ", completion.passages, completion.kind);
    auto name = sanitized(completion.text);
    if (!completion.id.empty()) name += " (" + sanitized(completion.id) + ")";
    out +=
        lead + cut_to_width(name, style.width > lead.size() ? style.width - lead.size() : 1) + '\n';
  }
  return out;
}

/// What a shell completes with: a line each, id first, then what to show beside it.
std::string lines_of(const std::vector<Completion>& found) {
  std::string out;
  for (const auto& completion : found)
    out += fmt::format("{}\t{}\t{}\n",
                       sanitized(completion.id.empty() ? completion.text : completion.id),
                       sanitized(completion.text), completion.passages);
  return out;
}

}  // namespace

CLI::App& add_suggest(CLI::App& app, SearchOptions& options) {
  auto& suggest = *app.add_subcommand("suggest", "Complete names and words of the archive");
  suggest.add_option("PREFIX", options.words, "What was typed so far")
      ->option_text(" ")
      ->required();
  suggest.add_option("--dimension", options.dimension, "Only values of this one, and no words")
      ->check(CLI::IsMember({"place", "actor", "source"}))
      ->option_text("place|actor|source")
      ->take_last();
  suggest.add_option("--limit", options.limit, "Values and words each (10)")
      ->check(CLI::Range(0, 1000000))
      ->option_text("N")
      ->take_last();
  suggest.add_option("--format", options.format, "tsv: id, name and passages, for shells")
      ->check(CLI::IsMember({"text", "json", "tsv"}))
      ->option_text("text|json|tsv")
      ->take_last();
  add_index_option(suggest, options);
  return suggest;
}

int run_suggest(const SearchOptions& options) {
  const auto request = suggest_request_of(options, query_of(options));
  const auto results = open_searcher(options).suggest(request);
  const auto& found = results.completions;
  print(options.format == "json"  ? formats::format_completions_json(results, request)
        : options.format == "tsv" ? lines_of(found)
                                  : text_of(found, style_of(options)));
  if (options.format != "json") tell(results.notes);
  return found.empty() ? kNoHits : kHits;
}

}  // namespace furat::cli
