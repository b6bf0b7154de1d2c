// Dates and places in a question as soft filters: what happened then and there comes first, but
// nothing else is left out.
#pragma once

#include <xapian.h>

#include <string_view>

#include "searcher/query/filter_query.hpp"
#include "searcher/query/query_ast.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// What a question asks for softly.
struct SoftFilters {
  std::vector<Xapian::Query> wishes;  ///< each with a constant weight, as of a word that is as rare
  std::vector<std::string> notes;     ///< sentences for the user
};

/// Reads `question`, of which `words` are the words (parse_plain). Times that count from the
/// present need `rules.dates.now`; without it they are words as others. Throws Xapian::Error.
[[nodiscard]] SoftFilters soft_filters(std::string_view question, const QueryNode& words,
                                       const FilterRules& rules, const GenerationView& view);

/// `query`, with the wishes raising scores.
[[nodiscard]] Xapian::Query with_wishes(const Xapian::Query& query, const SoftFilters& filters);

}  // namespace furat
