// Misspelled words of a query: which other query may have been meant?
#pragma once

#include <string>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "furat/search_results.hpp"
#include "searcher/query/query_ast.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// The query with words that no passage has replaced by words near to them (near_words.hpp), the
/// likeliest first, at most three. Left alone: English words, quotes, stars, values of fields,
/// words with digits, acronyms, and what was read as a name, which the answer tells. `query` is the
/// text that `root` was parsed from. Throws Xapian::Error.
[[nodiscard]] std::vector<QuerySuggestion> corrected_queries(
    const std::string& query, const QueryNode& root, const std::vector<NameMatch>& matched_as,
    const GenerationView& view, analysis::TermAnalyzer& analyzer);

}  // namespace furat
