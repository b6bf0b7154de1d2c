// The best matches where Xapian's matcher runs on several shards, which know none of our sources,
// deciders and key makers: it ranks, and what it cannot decide is decided here, on what it gives.
#pragma once

#include <xapian.h>

#include <vector>

#include "furat/search_request.hpp"
#include "index/date_nodes.hpp"
#include "searcher/matching/matched_passages.hpp"
#include "searcher/ranking/ranked_passage.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// What of the ranked matches is wanted.
struct PageOfShards {
  const SearchRequest& request;                ///< order, grouping, copies
  const std::vector<index::DayInterval> days;  ///< the times that date filters ask for
  Xapian::doccount first, count;
};

/// As one local database ranks them: the same passages, scores and order. `matches`: all of the
/// query, if they are known; nullptr: not asked for. Throws Xapian::Error and DeadlineExceeded.
[[nodiscard]] std::vector<RankedPassage> best_of_shards(const GenerationView& view,
                                                        const Xapian::Query& query,
                                                        const PageOfShards& page,
                                                        const PassageSet* matches);

}  // namespace furat
