// A passage among its neighbours, for people.
#pragma once

#include <string>

#include "furat/shown_passage.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

[[nodiscard]] std::string format_shown_text(const ShownPassage& shown, const TextStyle& style);

}  // namespace furat::cli
