// The answer to a request as text for people.
#pragma once

#include <string>

#include "furat/search_request.hpp"
#include "furat/search_results.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// A summary line, notes and names, the hits, the facets. Nothing from an article or the query
/// reaches the terminal unsanitized; without colour and hyperlinks there is no escape sequence.
[[nodiscard]] std::string format_text(const SearchResults& results, const SearchRequest& request,
                                      const TextStyle& style);

}  // namespace furat::cli
