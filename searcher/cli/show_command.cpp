#include "searcher/cli/show_command.hpp"
#include "searcher/formats/shown_json.hpp"

#include <CLI/CLI.hpp>

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/show_format.hpp"

namespace furat::cli {

using formats::format_shown_json;

CLI::App& add_show(CLI::App& app, SearchOptions& options) {
  auto& show = *app.add_subcommand("show", "Show a passage where it stands in its article");
  show.add_option("PASSAGE", options.passage, "Key of the passage, as JSON has it: ARTICLE#2")
      ->option_text(" ")
      ->required();
  show.add_option("--context", options.context, "Passages before and after it (1)")
      ->check(CLI::Range(0, 1000000))
      ->option_text("N")
      ->take_last();
  show.add_flag("--article", options.whole_article, "The whole article");
  show.add_option("--query", options.query, "Mark what this query finds")
      ->option_text("WORDS")
      ->take_last();
  show.add_option("--format", options.format, "How to print")
      ->check(CLI::IsMember({"text", "json"}))
      ->option_text("text|json")
      ->take_last();
  show.add_option("--spelling", options.spelling, "A known name marks its other spellings, or not")
      ->check(CLI::IsMember({"any", "exact"}))
      ->option_text("any|exact")
      ->take_last();
  show.add_option("--color,--colour", options.colour, "Bold titles and marks")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("auto|always|never")
      ->take_last();
  add_index_option(show, options);
  return show;
}

int run_show(const SearchOptions& options) {
  const auto request = show_request_of(options);
  const auto shown = open_searcher(options).show(request);
  print(options.format == "json" ? format_shown_json(shown, request)
                                 : format_shown_text(shown, style_of(options)));
  return kHits;
}

}  // namespace furat::cli
