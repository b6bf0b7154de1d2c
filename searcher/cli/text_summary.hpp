// What every answer for people begins with: the totals, the notes, what was read as names.
#pragma once

#include <string>
#include <string_view>

#include "furat/search_request.hpp"
#include "furat/search_results.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

/// ", 11 to 20 shown" where there are more hits than these: no list is cut silently.
[[nodiscard]] std::string window_of(const SearchResults& results);

/// Appends a line with the totals, or that nothing was found, then a line a note and a name.
/// `window` goes behind the totals: which of the hits are shown.
void append_summary(std::string& out, const SearchResults& results, const SearchRequest& request,
                    std::string_view window, const TextStyle& style);

}  // namespace furat::cli
