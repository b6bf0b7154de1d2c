#include "searcher/cli/interactive_command.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/interactive_session.hpp"
#include "searcher/cli/line_editor.hpp"
#include "searcher/cli/search_commands.hpp"

namespace furat::cli {

void add_interactive(CLI::App& app, SearchOptions& options) {
  auto* interactive =
      app.add_flag("-i,--interactive", options.interactive,
                   "Search line by line: drill down by number,\npage, undo; type help");
  interactive->option_text(" ");  // without a list of what it excludes
  for (const auto* other :
       {"--format", "--json", "--jsonl", "--output", "--null", "--count", "--bundle"})
    interactive->excludes(app.get_option(other));
}

int run_interactive(const SearchOptions& options) {
  constexpr std::size_t kValuesEach = 5;
  auto request = request_of(options, query_of(options));
  if (request.facets.empty() && options.facets.empty()) {
    request.facets = {"place", "actor", "date"};
    request.facet_limit = kValuesEach;
  }
  const auto searcher = open_searcher(options);
  InteractiveSession session(searcher, request);
  LineEditor editor;
  // The terminal may have another size at each line.
  auto style = [now = options]() mutable {
    now.terminal = terminal_on_stdout();
    return style_of(now);
  };
  print(session.answer(style()));
  while (!session.is_over()) {
    std::fflush(stdout);
    const auto line = editor.read("furat> ");
    if (!line) break;
    print(session.answer_to(*line, style()));
  }
  return kHits;
}

}  // namespace furat::cli
