// furat-search: arguments to a request to the public library to a format; nothing else happens
// here.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <iostream>

#include "analysis/text/printable.hpp"
#include "searcher/cli/check_command.hpp"
#include "searcher/cli/count_commands.hpp"
#include "searcher/cli/facet_command.hpp"
#include "searcher/cli/interactive_command.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/show_command.hpp"
#include "searcher/cli/similar_command.hpp"
#include "searcher/cli/suggest_command.hpp"
#include "searcher/cli/values_commands.hpp"
#include "searcher/command_line.hpp"

namespace {

using namespace furat;
using cli::SearchOptions;

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

using Action = int (*)(const SearchOptions&);

Action action_of(const std::string& command) {
  if (command == "timeline") return cli::run_timeline;
  if (command == "pivot") return cli::run_pivot;
  if (command == "actors") return cli::run_actors;
  if (command == "places") return cli::run_places;
  if (command == "batch") return cli::run_batch;
  if (command == "show") return cli::run_show;
  if (command == "similar") return cli::run_similar;
  if (command == "suggest") return cli::run_suggest;
  if (command == "facet") return cli::run_facet;
  if (command == "check") return cli::run_check;
  if (command == "why") return cli::run_why;
  return cli::run_search;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);
  SearchOptions options;
  CommandLine command_line(options);
  try {
    command_line.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version
      const int code = command_line.print_help(error);
      std::cout.flush();
      return std::cout ? code : cli::kSearchError;
    }
    fmt::print(stderr, "furat-search: {}\nRun furat-search --help for more.\n",
               analysis::printable(error.what()));
    return cli::kSearchError;
  }
  const auto command = command_line.command();
  if (command == "batch" && options.format == "text") options.format = "trec";
  return guarded(options.interactive ? cli::run_interactive : action_of(command), options);
}
