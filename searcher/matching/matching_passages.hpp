// All passages that a query matches, without Xapian's matcher: posting lists as sets, combined set
// by set. Ranking looks at the best few only; totals and facets come from here.
#pragma once

#include <xapian.h>

#include <memory>

#include "searcher/deadline.hpp"
#include "searcher/matching/passage_set.hpp"
#include "searcher/matching/postings.hpp"
#include "searcher/matching/set_cache.hpp"

namespace furat {

/// Exactly the documents that Xapian::Enquire finds for the query. Phrases, NEAR, wildcards and
/// what else needs more than posting lists are left to Xapian's matcher, without weights. `cache`
/// must be of the same database. Throws Xapian::Error and DeadlineExceeded.
[[nodiscard]] PassageSet matching_passages(const Postings& postings, const Xapian::Query& query,
                                           SetCache& cache, const Deadline& deadline);

/// What the evaluation of a phrase, NEAR or wildcard has left in the cache; nullptr if it is not
/// there.
[[nodiscard]] std::shared_ptr<const KeptSet> known_matches(const Xapian::Query& query,
                                                           const SetCache& cache);

/// The same of one local database.
[[nodiscard]] PassageSet matching_passages(const Xapian::Database& database,
                                           const Xapian::Query& query, SetCache& cache,
                                           const Deadline& deadline);

}  // namespace furat
