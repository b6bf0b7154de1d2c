// One hit as a block of lines.
#pragma once

#include <string>

#include "furat/search_results.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// Appends rank and title, where the passage comes from, its heading, the snippet, and a line each
/// for its places, dates and actors.
void append_hit(std::string& out, const Hit& hit, const TextStyle& style);

}  // namespace furat::cli
