// furat-search similar: passages like a given one.
#pragma once

#include "searcher/cli/search_options.hpp"

namespace CLI {
class App;
}

namespace furat::cli {

/// Adds the command to the program; the options that all searches have are the caller's to add.
CLI::App& add_similar(CLI::App& app, SearchOptions& options);

/// Throws what the library throws.
[[nodiscard]] int run_similar(const SearchOptions& options);

}  // namespace furat::cli
