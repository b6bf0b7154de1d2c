// furat-search serve: the HTTP API and the page.
#pragma once

#include "searcher/cli/search_options.hpp"

namespace CLI {
class App;
}

namespace furat::cli {

/// Adds the command to the program.
void add_serve(CLI::App& app, SearchOptions& options);

/// Each program has its own: furat-search starts furat-serve in its place, since loading the HTTP
/// library and what it needs takes as long as a whole search; furat-serve serves. Throws what the
/// library throws.
[[nodiscard]] int run_serve(const SearchOptions& options);

}  // namespace furat::cli
