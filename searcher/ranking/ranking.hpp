// The ranked page of a query: which documents, in which order.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "furat/search_request.hpp"
#include "index/date_nodes.hpp"
#include "searcher/matching/matched_passages.hpp"
#include "searcher/ranking/ranked_passage.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

struct RankedPage {
  std::vector<RankedPassage> page;  ///< the window asked for
  /// All, before articles are grouped; nullptr if they are not asked for.
  std::shared_ptr<const MatchedPassages> matches;
  bool found = false;  ///< anything, in the window or not
};

/// What the order of the hits goes by besides the query.
struct OrderHints {
  const std::vector<std::string>& words_in_order;  ///< stems of the query
  std::vector<index::DayInterval> days;            ///< the times that date filters ask for
};

/// All that the query matches, if totals, facets, copies or articles need them; else nullptr.
[[nodiscard]] std::shared_ptr<const MatchedPassages> all_matches(const GenerationView& view,
                                                                 const Xapian::Query& query,
                                                                 const SearchRequest& request);

/// Runs the query, of which `matches` are all_matches(). By relevance, the best kReranked passages
/// are put in a new order: by how close the words of the query stand in them; copies of a passage
/// (articles: that tell the same story) go behind all others of these, so that they do not crowd
/// the first page. What comes after keeps its place, so that pages never overlap. By date, the
/// first day counts that a passage speaks of, within the times asked for if there are any. Throws
/// Xapian::Error.
[[nodiscard]] RankedPage rank(const GenerationView& view, const Xapian::Query& query,
                              const SearchRequest& request, const OrderHints& hints,
                              std::shared_ptr<const MatchedPassages> matches);

/// The best passages of a question, for related_terms(): by relevance, nearness of the words and
/// what the rest of the article says. Throws Xapian::Error.
[[nodiscard]] std::vector<RankedPassage> best_passages(const GenerationView& view,
                                                       const Xapian::Query& query,
                                                       const std::vector<std::string>& stems);

inline constexpr std::size_t kReranked = 50;

}  // namespace furat
