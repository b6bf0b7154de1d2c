// Values of an index for completion in a shell.
#pragma once

#include <string>
#include <vector>

#include "furat/searcher.hpp"

namespace furat::cli {

/// Values that the option ("--place", "--not-actor", "--facets", ...) takes and that begin like
/// `prefix` in any spelling, the most frequent first; at most 50. Sanitized. Empty for other
/// options.
[[nodiscard]] std::vector<std::string> index_values(const Searcher& searcher, std::string option,
                                                    const std::string& prefix);

}  // namespace furat::cli
