// One actor or place with all that the archive says of it.
#pragma once

#include <string>
#include <string_view>

#include "furat/values.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// "state_forces" as words: "state forces". Not sanitized.
[[nodiscard]] std::string kind_words(std::string_view kind);

/// Appends an empty line and the card.
void append_value_card(std::string& out, const ValueInfo& value, const TextStyle& style);

}  // namespace furat::cli
