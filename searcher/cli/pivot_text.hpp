// A pivot as text for people.
#pragma once

#include <string>

#include "furat/pivot.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// The summary of the search, then the table, in several blocks of columns where it is wider than
/// the style. Nothing from an archive or the query reaches the terminal unsanitized.
[[nodiscard]] std::string format_pivot_text(const PivotResults& results,
                                            const PivotRequest& request, const TextStyle& style);

}  // namespace furat::cli
