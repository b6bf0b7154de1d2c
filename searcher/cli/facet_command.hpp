// furat-search facet: the values of a dimension, searched by name.
#pragma once

#include "searcher/cli/search_options.hpp"

namespace CLI {
class App;
}

namespace furat::cli {

/// Adds the command to the program; the options that all searches have are the caller's to add.
CLI::App& add_facet(CLI::App& app, SearchOptions& options);

/// Throws what the library throws.
[[nodiscard]] int run_facet(const SearchOptions& options);

}  // namespace furat::cli
