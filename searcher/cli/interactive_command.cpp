#include "searcher/cli/interactive_command.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/interactive_session.hpp"
#include "searcher/cli/line_editor.hpp"
#include "searcher/cli/search_commands.hpp"

namespace furat::cli {

void add_interactive(CLI::App& app, SearchOptions& options) {
  app.add_flag("-i,--interactive", options.interactive,
               "Search line by line: drill down by number,\npage, undo; type help");
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
  print(session.answer(style_of(options)));
  while (!session.is_over()) {
    std::fflush(stdout);
    const auto line = editor.read("furat> ");
    if (!line) break;
    // The terminal may have another size by now.
    print(session.answer_to(*line, style_of(options)));
  }
  return kHits;
}

}  // namespace furat::cli
