// furat-search: arguments to a request to the public library to a format; nothing else happens
// here.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>

#include "analysis/text/printable.hpp"
#include "furat/version.hpp"
#include "searcher/cli/search_commands.hpp"

namespace {

using namespace furat;
using cli::SearchOptions;

constexpr const char* kExamples =
    "Examples:\n"
    "  furat-search 'siege of Deir ez-Zor' --date 2017-09\n"
    "  furat-search --actor SDF --not-place Raqqa --facets place,actor 'oil fields'\n"
    "\n"
    "The query language is described in docs/query-language.md.\n"
    "Exit codes: 0 hits, 1 no hits, 2 error, 3 batch with queries that failed.";

/// A count on the command line: CLI11 would take "-1" for a huge one.
CLI::Range a_count() { return {0, 1000000000}; }

void add_filter_options(CLI::App& app, SearchOptions& options) {
  const auto filter = [&app](const std::string& name, std::vector<std::string>& keep,
                             std::vector<std::string>& leave, const std::string& what) {
    app.add_option("--" + name, keep, "Only passages " + what + "; may be repeated")
        ->allow_extra_args(false);
    app.add_option("--not-" + name, leave, "No passages " + what)->allow_extra_args(false);
  };
  filter("place", options.place, options.not_place, "that happen there (id, name, alias, or none)");
  filter("actor", options.actor, options.not_actor,
         "that name the actor (id, name, alias, or none)");
  filter("date", options.date, options.not_date,
         "that speak of the time (2017, 2017-10, 2017-10-05, A..B, none)");
  filter("published", options.published, options.not_published, "published then (as --date)");
  filter("source", options.source, options.not_source, "from the source");
}

void add_request_options(CLI::App& app, SearchOptions& options) {
  app.add_option("--index", options.index,
                 "Index folder (else the nearest .furat, else $FURAT_INDEX)")
      ->take_last();
  add_filter_options(app, options);
  app.add_option("--match", options.match, "all words or any of them")
      ->check(CLI::IsMember({"all", "any"}))
      ->take_last();
  app.add_option("--spelling", options.spelling,
                 "any: a known name finds its other spellings; exact: it does not")
      ->check(CLI::IsMember({"any", "exact"}))
      ->take_last();
  app.add_option("--group", options.group, "One hit a passage or an article")
      ->check(CLI::IsMember({"passage", "article"}))
      ->take_last();
  app.add_option("--sort", options.sort, "relevance; date: as it happened; published: newest first")
      ->check(CLI::IsMember({"relevance", "date", "published"}))
      ->take_last();
  app.add_option("--limit", options.limit, "Hits to show")->check(a_count())->take_last();
  app.add_option("--offset", options.offset, "Hits to pass over")->check(a_count())->take_last();
  app.add_flag("--plain", options.plain,
               "The query is plain language: no character is an operator");
}

int guarded(int (*action)(const SearchOptions&), const SearchOptions& options) {
  try {
    const int code = action(options);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    fmt::print(stderr, "furat-search: the output could not be written\n");
  } catch (const RequestError& error) {
    fmt::print(stderr, "furat-search: {}", cli::described(error));
  } catch (const std::exception& error) {
    fmt::print(stderr, "furat-search: {}\n", analysis::printable(error.what()));
  }
  return cli::kSearchError;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);
  SearchOptions options;
  CLI::App app{"Searches a Furat index: ranked passages, snippets and exact facet counts.",
               "furat-search"};
  app.footer(kExamples);
  app.set_version_flag("--version", version_text());
  add_request_options(app, options);
  app.add_option("QUERY", options.words, "Words to search for; none: everything the filters leave");
  app.add_option("--facets", options.facets,
                 "Dimensions to count: place,actor,date,source,published")
      ->take_last();
  app.add_option("--facet-limit", options.facet_limit, "Values a dimension; 0: all")
      ->check(a_count())
      ->take_last();
  app.add_option("--format", options.format, "text, json, jsonl, csv or trec")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "trec"}))
      ->take_last();
  app.add_option("--color,--colour", options.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->take_last();

  auto* batch = app.add_subcommand("batch", "Run many queries, for evaluation");
  batch->add_option("--queries", options.queries, "TSV of query id and query; - is standard input")
      ->required();
  add_request_options(*batch, options);
  batch->add_option("--format", options.format, "trec or jsonl")
      ->check(CLI::IsMember({"trec", "jsonl"}))
      ->take_last();

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version
      const int code = app.exit(error);
      std::cout.flush();
      return std::cout ? code : cli::kSearchError;
    }
    fmt::print(stderr, "furat-search: {}\nRun furat-search --help for more.\n",
               analysis::printable(error.what()));
    return cli::kSearchError;
  }
  if (batch->parsed() && options.format == "text") options.format = "trec";
  return guarded(batch->parsed() ? cli::run_batch : cli::run_search, options);
}
