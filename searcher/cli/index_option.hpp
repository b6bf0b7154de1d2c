// Which index a command asks: one, several, or the shards of a cluster file.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "furat/searcher.hpp"
#include "searcher/cli/search_options.hpp"

namespace furat::cli {

/// --index and --strict.
void add_index_option(CLI::App& app, SearchOptions& options);

/// Throws IndexError and RequestError.
[[nodiscard]] Searcher open_searcher(const SearchOptions& options, const SearcherOptions& how = {});

}  // namespace furat::cli
