// The ranked page of a query: which documents, in which order.
#pragma once

#include <xapian.h>

#include <vector>

#include "furat/search_request.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

struct RankedPassage {
  Xapian::docid passage = 0;
  double score = 0;
};

struct RankedPage {
  std::vector<RankedPassage> page;          ///< the window asked for
  std::vector<Xapian::docid> all_passages;  ///< every match, unranked, before articles are grouped
};

/// Runs the query. By relevance, the best kReranked passages are put in a new order by how close
/// the words of the query (stems, in its order) stand in them; what comes after keeps its place, so
/// that pages never overlap. Throws Xapian::Error.
[[nodiscard]] RankedPage rank(const GenerationView& view, const Xapian::Query& query,
                              const SearchRequest& request,
                              const std::vector<std::string>& words_in_order);

inline constexpr std::size_t kReranked = 100;

}  // namespace furat
