// What the subcommands tell the user besides their data: problems, progress, an interrupt.
#pragma once

#include <filesystem>
#include <functional>

#include "furat/indexing.hpp"
#include "indexer/cli/commands.hpp"

namespace furat::cli {

/// The index to read from, or to bring up to date. Throws IndexError not_found.
[[nodiscard]] std::filesystem::path index_to_read(const IndexOptions& options);

/// The index to build.
[[nodiscard]] std::filesystem::path index_to_make(const IndexOptions& options);

/// One line on stderr.
void tell(const ArticleProblem& problem);

/// How many were skipped and how many warnings there were; nothing if none.
void tell_counts(const std::vector<ArticleProblem>& problems);

/// Makes the first SIGINT or SIGTERM ask for an orderly end; the second one ends the program at
/// once.
void catch_interrupt();
[[nodiscard]] bool is_interrupted();

[[nodiscard]] bool shows_progress(const IndexOptions& options);

}  // namespace furat::cli
