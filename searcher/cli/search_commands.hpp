// What furat-search does: one search, or a batch of them. Data to stdout, all else to stderr.
#pragma once

#include "furat/errors.hpp"
#include "searcher/cli/search_options.hpp"

namespace furat::cli {

/// Exit codes of furat-search: do not renumber.
enum SearchExit : int {
  kHits = 0,
  kNoHits = 1,
  kSearchError = 2,
  kSomeQueriesFailed = 3,
  kNotProven = 4,
  kTimedOut = 12,            ///< apart from those of furat-index too
  kOtherFormatVersion = 20,  ///< --format-version asks for one that this program does not write
};

/// All throw what the library throws.
[[nodiscard]] int run_search(const SearchOptions& options);
[[nodiscard]] int run_batch(const SearchOptions& options);
[[nodiscard]] int run_why(const SearchOptions& options);

/// The error with a caret under the fault and suggestions, ready for stderr.
[[nodiscard]] std::string described(const RequestError& error);

}  // namespace furat::cli
