// A passage among its neighbours, for people and for programs.
#pragma once

#include <string>

#include "furat/shown_passage.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

[[nodiscard]] std::string format_shown_text(const ShownPassage& shown, const TextStyle& style);

/// docs/json-output.md, "One passage".
[[nodiscard]] std::string format_shown_json(const ShownPassage& shown, const ShowRequest& request);

}  // namespace furat::cli
