// The names of a hit's places, dates and actors, as lists for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "furat/search_results.hpp"

namespace furat::cli {

/// The sanitized display names of the mentions of one dimension, each once, in the order of the
/// text.
[[nodiscard]] std::vector<std::string> mentioned_names(const Hit& hit, std::string_view dimension);

}  // namespace furat::cli
