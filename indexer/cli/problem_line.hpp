// How furat-index tells what it did not take as it stands.
#pragma once

#include <fmt/format.h>

#include <cstdio>

#include "analysis/text/printable.hpp"
#include "furat/indexing.hpp"

namespace furat::cli {

/// One line to stderr.
inline void tell(const ArticleProblem& problem) {
  fmt::print(stderr, "furat-index: {}: {}{}\n", analysis::printable(problem.where),
             problem.skipped ? "skipped: " : "warning: ", analysis::printable(problem.message));
}

}  // namespace furat::cli
