// furat-index annotate --format timeml: the dates of articles as TimeML, one document an article.
#pragma once

#include "indexer/cli/commands.hpp"

namespace furat::cli {

/// One article to stdout, or each to a file in the folder of --output. Throws what the library and
/// DocumentFolder throw, and std::runtime_error for a second article without a folder; then nothing
/// was printed.
[[nodiscard]] int print_timeml(const IndexOptions& options);

}  // namespace furat::cli
