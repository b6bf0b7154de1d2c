#include "searcher/output_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace furat {

using cli::SearchOptions;

CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value,
                        const std::vector<std::string>& choices, const std::string& what) {
  return app.add_option(name, value, what)
      ->check(CLI::IsMember(choices))
      ->option_text(fmt::format("{}", fmt::join(choices, "|")))
      ->capture_default_str()
      ->take_last();
}

void add_reader_options(CLI::App& app, SearchOptions& options) {
  add_choice(app, "--color,--colour", options.colour, {"auto", "always", "never"},
             "Bold titles and marks");
  add_choice(app, "--hyperlinks", options.hyperlinks, {"auto", "always", "never"},
             "Links to files and web pages, where the\nterminal is known to show them");
  app.add_option("--format-version", options.format_version,
                 "Version of the JSON schema that is needed;\nexit code 20 if it is another")
      ->option_text("N")
      ->take_last();
  app.add_option("--pager", options.pager, "Program to page with on a terminal; none: none")
      ->option_text("COMMAND")
      ->take_last()
      ->trigger_on_parse();
  app.add_flag_callback(
         "--no-pager", [&options] { options.pager = "none"; }, "Short for --pager none")
      ->trigger_on_parse();
}

void add_output_options(CLI::App& app, SearchOptions& options) {
  add_choice(app, "--format", options.format,
             {"text", "json", "jsonl", "csv", "tsv", "markdown", "trec", "geojson"}, "How to print")
      ->trigger_on_parse();
  for (const std::string format : {"json", "jsonl"})
    app.add_flag_callback(
           "--" + format, [&options, format] { options.format = format; },
           "Short for --format " + format)
        ->trigger_on_parse();  // so that the last one on the command line wins
  add_choice(app, "--output", options.output, {"passages", "articles", "files", "facets"},
             "What to print: hits, ids or paths of their\narticles, or only the counts");
  app.add_flag_callback(
      "-0,--null",
      [&options] {
        options.null_separated = true;
        if (options.output == "passages") options.output = "files";
      },
      "Paths of the files with hits, a NUL behind each");
  app.add_flag("--count", options.count_only, "Only the number of what --output would print");
  app.add_flag("-q,--quiet", options.quiet, "Nothing on standard error but errors");
}

}  // namespace furat
