// furat-search -i: a search that is changed line by line.
#pragma once

#include "searcher/cli/search_options.hpp"

namespace CLI {
class App;
}

namespace furat::cli {

void add_interactive(CLI::App& app, SearchOptions& options);

/// Throws what the library throws.
[[nodiscard]] int run_interactive(const SearchOptions& options);

}  // namespace furat::cli
