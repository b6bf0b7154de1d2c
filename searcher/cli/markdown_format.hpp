// The answer as a Markdown document, to be pasted into notes and reports.
#pragma once

#include <string>
#include <string_view>

#include "furat/search_request.hpp"
#include "furat/search_results.hpp"

namespace furat::cli {

/// The text as Markdown that shows just this text: sanitized, with a backslash before what Markdown
/// or HTML would take for markup.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// The totals, a numbered item a hit with its snippet as a quotation (matches in bold), a table a
/// facet. CommonMark with the tables of GitHub.
[[nodiscard]] std::string format_markdown(const SearchResults& results,
                                          const SearchRequest& request);

}  // namespace furat::cli
