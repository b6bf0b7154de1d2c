// Related words: what the best passages of a question have in common, by which more are found.
// Rocchio's feedback with BM25 weights (Rocchio 1971), each passage weighing by the fourth power of
// its score: where one passage stands out, it alone speaks, so that a question with one answer
// keeps it on top. Measured on the development sets and on titles as queries (docs/ranking.md).
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/ranking/ranked_passage.hpp"

#include "searcher/view/generation_view.hpp"

namespace furat {

struct RelatedTerm {
  std::string stem;
  double weight;  ///< of a word of the query, 0 .. 1
  bool finds;     ///< passages that have no word of the query but this one are found too
};

/// Passages that are asked for related words.
inline constexpr std::size_t kFeedbackPassages = 10;

/// The stems that tell most of the first kFeedbackPassages of `best` (best first), the strongest
/// first. Those of `query_stems` among them find nothing new. Throws Xapian::Error.
[[nodiscard]] std::vector<RelatedTerm> related_terms(const GenerationView& view,
                                                     const std::vector<RankedPassage>& best,
                                                     const std::vector<std::string>& query_stems);

/// `query`, or one of the terms that find; the others only raise scores.
[[nodiscard]] Xapian::Query with_related(const Xapian::Query& query,
                                         const std::vector<RelatedTerm>& terms);

}  // namespace furat
