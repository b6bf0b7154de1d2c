// Dates and places in a question as soft filters: what happened then and there comes first, but
// nothing else is left out.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "furat/search_results.hpp"
#include "searcher/query/filter_query.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// What a question asks for softly.
struct SoftFilters {
  std::vector<Xapian::Query> wishes;  ///< each with a constant weight, as of a word that is as rare
  std::vector<std::string> notes;     ///< sentences for the user
};

struct SoftRules {
  const PlaceRoles& roles;  ///< in which places count
  DateRules dates{};        ///< times that count from the present need `now`: else they are words
};

/// Reads the times of `question`; `names`: the names in it, as the plan has them. Throws
/// Xapian::Error.
[[nodiscard]] SoftFilters soft_filters(std::string_view question,
                                       const std::vector<NameMatch>& names, const SoftRules& rules,
                                       const GenerationView& view);

/// `query`, with the wishes raising scores.
[[nodiscard]] Xapian::Query with_wishes(const Xapian::Query& query, const SoftFilters& filters);

}  // namespace furat
