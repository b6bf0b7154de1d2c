// Evidence bundles: a search, its answer, the index and the programs that gave it, as one JSON
// file that another machine can replay (docs/evidence.md).
#pragma once

#include <string>
#include <vector>

#include "furat/searcher.hpp"

namespace furat::cli {

/// Raised when an older reader could misread the new form.
inline constexpr int kBundleVersion = 1;

/// The bundle as JSON and a line end.
[[nodiscard]] std::string format_bundle(const SearchResults& results, const SearchRequest& request,
                                        const IndexInfo& index);

/// Writes it to a file. Throws std::runtime_error if that fails.
void write_bundle(const std::string& path, const SearchResults& results,
                  const SearchRequest& request, const Searcher& searcher);

/// Puts the search of the bundle to an index and compares: a line for each thing that differs,
/// nothing if all is equal. Names of generations do not count. Throws std::runtime_error for what
/// is no bundle, and what Searcher::search() throws.
[[nodiscard]] std::vector<std::string> replay_bundle(const std::string& bundle,
                                                     const Searcher& searcher);

}  // namespace furat::cli
