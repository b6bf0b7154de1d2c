// Lists of actors and places on the command line.
#pragma once

#include "searcher/cli/search_options.hpp"

namespace furat::cli {

/// Print the answer; the exit code of a search. Throw what the library throws.
[[nodiscard]] int run_actors(const SearchOptions& options);
[[nodiscard]] int run_places(const SearchOptions& options);

}  // namespace furat::cli
