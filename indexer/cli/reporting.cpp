#include "indexer/cli/reporting.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "analysis/text/printable.hpp"
#include "furat/find_index.hpp"

namespace furat::cli {
namespace {

using analysis::printable;

volatile std::sig_atomic_t interrupted = 0;

void on_interrupt(int signal) {
  interrupted = 1;
  std::signal(signal, SIG_DFL);
}

}  // namespace

std::filesystem::path index_to_read(const IndexOptions& options) {
  return find_index(options.index, std::filesystem::current_path(), options.usual_index);
}

std::filesystem::path index_to_make(const IndexOptions& options) {
  return index_to_build(options.index, std::filesystem::current_path(), options.usual_index);
}

void tell(const ArticleProblem& problem) {
  fmt::print(stderr, "furat-index: {}: {}{}\n", printable(problem.where),
             problem.skipped ? "skipped: " : "warning: ", printable(problem.message));
}

void tell_counts(const std::vector<ArticleProblem>& problems) {
  const auto skipped = std::count_if(problems.begin(), problems.end(),
                                     [](const ArticleProblem& p) { return p.skipped; });
  const auto warnings = static_cast<std::ptrdiff_t>(problems.size()) - skipped;
  if (skipped != 0) fmt::print(stderr, "{} skipped, each named above\n", skipped);
  if (warnings != 0)
    fmt::print(stderr, "{} warning{}, named above\n", warnings, warnings == 1 ? "" : "s");
}

void catch_interrupt() {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
}

bool is_interrupted() { return interrupted != 0; }

bool shows_progress(const IndexOptions& options) {
  if (options.quiet || options.progress == "never") return false;
  return options.progress == "always" || ::isatty(STDERR_FILENO) == 1;
}

}  // namespace furat::cli
