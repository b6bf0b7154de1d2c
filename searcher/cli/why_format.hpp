// A passage's mentions with their reasons, for people.
#pragma once

#include <string>

#include "furat/search_results.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// The passage's title and origin, then a paragraph a mention.
[[nodiscard]] std::string format_why_text(const Hit& passage, const TextStyle& style);

}  // namespace furat::cli
