// The ranked page of a query: which documents, in which order.
#pragma once

#include <xapian.h>

#include <vector>

#include "furat/search_request.hpp"

namespace furat {

struct RankedPassage {
  Xapian::docid passage = 0;
  double score = 0;
};

struct RankedPage {
  std::vector<RankedPassage> page;          ///< the window asked for
  std::vector<Xapian::docid> all_passages;  ///< every match, unranked, before articles are grouped
};

/// Runs the query. Throws Xapian::Error.
[[nodiscard]] RankedPage rank(const Xapian::Database& database, const Xapian::Query& query,
                              const SearchRequest& request);

}  // namespace furat
