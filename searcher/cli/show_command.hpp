// furat-search show: a passage where it stands in its article.
#pragma once

#include "searcher/cli/search_options.hpp"

namespace CLI {
class App;
}

namespace furat::cli {

/// Adds the command to the program; the options that all searches have are the caller's to add.
CLI::App& add_show(CLI::App& app, SearchOptions& options);

/// Throws what the library throws.
[[nodiscard]] int run_show(const SearchOptions& options);

}  // namespace furat::cli
