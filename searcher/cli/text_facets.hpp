// The counts of one facet dimension as a tree with bars.
#pragma once

#include <string>

#include "furat/search_results.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// Appends a heading line and a line a value: name indented by its depth ("*" before a selected
/// one), passages, articles, a bar scaled to the largest count.
void append_facet(std::string& out, const FacetCounts& facet, const TextStyle& style);

}  // namespace furat::cli
