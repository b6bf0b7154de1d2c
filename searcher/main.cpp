// furat-search: arguments to a request to the public library to a format; nothing else happens
// here.
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/text/printable.hpp"
#include "frontend/help.hpp"
#include "frontend/options.hpp"
#include "frontend/self_description.hpp"
#include "frontend/settings.hpp"
#include "searcher/cli/check_command.hpp"
#include "searcher/cli/command_context.hpp"
#include "searcher/cli/count_commands.hpp"
#include "searcher/cli/facet_command.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/index_values.hpp"
#include "searcher/cli/interactive_command.hpp"
#include "searcher/cli/pager.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/serve_command.hpp"
#include "searcher/cli/show_command.hpp"
#include "searcher/cli/similar_command.hpp"
#include "searcher/cli/suggest_command.hpp"
#include "searcher/cli/values_commands.hpp"
#include "searcher/command_line.hpp"
#include "searcher/formats/json_format.hpp"

namespace {

using namespace furat;
using cli::SearchOptions;
namespace fs = std::filesystem;

using Action = int (*)(const SearchOptions&);

/// Through a pager if a person reads at a terminal; what comes bit by bit is read as it comes.
int paged(Action action, const SearchOptions& options) {
  const bool pages = options.terminal.present && action != cli::run_batch &&
                     action != cli::run_interactive && action != cli::run_serve;
  const auto command = pages ? cli::pager_command(options.pager) : std::string();
  if (command.empty()) return action(options);
  const cli::Pager pager(command);
  return action(options);
}

int guarded(Action action, const SearchOptions& options, const CommandLine& command_line,
            const std::vector<std::string>& arguments) {
  try {
    const int code = paged(action, options);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    fmt::print(stderr, "furat-search: the output could not be written\n");
  } catch (const RequestError& error) {
    const auto origin = analysis::printable(command_line.origin_of(error.argument()));
    fmt::print(stderr, "furat-search: {}{}{}{}", origin, origin.empty() ? "" : ": ",
               cli::described(error), command_line.query_instead(arguments));
  } catch (const DeadlineExceeded& error) {
    fmt::print(stderr, "furat-search: {}; nothing of its answer is shown\n", error.what());
    return cli::kTimedOut;
  } catch (const std::exception& error) {
    fmt::print(stderr, "furat-search: {}\n", analysis::printable(error.what()));
  }
  return cli::kSearchError;
}

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
  if (command == "serve") return cli::run_serve;
  if (command == "why") return cli::run_why;
  return cli::run_search;
}

/// Names for completion; none if the index that the arguments mean cannot be opened.
std::vector<std::string> values_for_shell(const std::string& option, const std::string& prefix,
                                          const std::vector<std::string>& before) {
  try {
    SearchOptions options;
    options.usual_index = frontend::usual_index(frontend::read_settings(fs::current_path())).value;
    for (std::size_t i = 0; i + 1 < before.size(); ++i)
      if (before[i] == "--index") options.indexes = {before[i + 1]};
    return cli::index_values(cli::open_searcher(options), option, prefix);
  } catch (const std::exception&) {
    return {};  // a shell that completes has no place for messages
  }
}

int print_at_once(const std::string& text) {
  cli::print(text);
  return std::fflush(stdout) == 0 ? cli::kHits : cli::kSearchError;
}

int run_command(CommandLine& command_line, SearchOptions& options,
                const std::vector<std::string>& arguments) {
  const auto settings = frontend::read_settings(fs::current_path());
  command_line.apply(settings);
  options.usual_index = frontend::usual_index(settings).value;
  options.terminal = cli::terminal_on_stdout();
  options.arguments = arguments;
  const auto command = command_line.command();
  if (command == "config")
    return print_at_once(command_line.list_settings(settings, options.show_origin));
  if (options.format_version.value_or(formats::kJsonSchemaVersion) != formats::kJsonSchemaVersion) {
    fmt::print(stderr, "furat-search: JSON is written in version {}, not in {}\n",
               formats::kJsonSchemaVersion, *options.format_version);
    return cli::kOtherFormatVersion;
  }
  if (command == "batch" && options.format == "text") options.format = "trec";
  return guarded(options.interactive ? cli::run_interactive : action_of(command), options,
                 command_line, arguments);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);
  const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  SearchOptions options;
  CommandLine command_line(options);
  try {
    if (const auto text =
            frontend::self_description(command_line.app(), arguments, values_for_shell))
      return print_at_once(*text);
    command_line.parse(arguments);
    return run_command(command_line, options, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0)
      return print_at_once(frontend::help_text(command_line.app(), error));
    fmt::print(
        stderr, "furat-search: {}\n{}Run furat-search --help for more.\n",
        analysis::printable(frontend::parse_error_text(command_line.app(), error, arguments)),
        command_line.query_instead(arguments));
  } catch (const std::exception& error) {  // of the settings
    fmt::print(stderr, "furat-search: {}\n", analysis::printable(error.what()));
  }
  return cli::kSearchError;
}
