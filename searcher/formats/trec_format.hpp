// The hits as a run file of the TREC evaluation programs.
#pragma once

#include <string>
#include <string_view>

#include "furat/search_results.hpp"

namespace furat::formats {

/// A line "QUERY_ID Q0 ARTICLE_ID RANK SCORE furat" for each article, in the order of the hits.
/// A run names an article once, so that its later passages are left out. White space in ids
/// becomes "_".
[[nodiscard]] std::string format_trec(const SearchResults& results, std::string_view query_id);

}  // namespace furat::formats
