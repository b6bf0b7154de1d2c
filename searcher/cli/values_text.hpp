// Lists of actors and places for people, and one of them in full.
#pragma once

#include <string>

#include "furat/values.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// A line a value; all that is known of it if a name was asked for and means this one alone.
[[nodiscard]] std::string format_values_text(const ValuesResults& results,
                                             const ValuesRequest& request, const TextStyle& style);

}  // namespace furat::cli
