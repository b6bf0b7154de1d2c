// Exact facet counts over a set of matching passages: one pass over the facet columns.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "furat/search_request.hpp"
#include "furat/search_results.hpp"
#include "index/schema.hpp"
#include "searcher/matching/matched_passages.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

struct FacetOptions {
  std::size_t limit = 10;                  ///< values to list, ancestors included; 0: all
  std::set<std::string> selected;          ///< ids that are listed whatever their count
  PlaceRoles place_roles{};                ///< in which a place counts
  DateMode date_mode = DateMode::overlap;  ///< how a passage's dates must lie to count for a value
};

/// Counts of one dimension over `passages`. Values above a listed one are listed too.
[[nodiscard]] FacetCounts count_facet(index::Dimension dimension, const MatchedPassages& passages,
                                      const FacetOptions& options, const GenerationView& view);

/// Passages in the order of their articles: what timelines and pivots walk.
struct PassageOfArticle {
  std::uint32_t article;
  Xapian::docid passage;
};
[[nodiscard]] std::vector<PassageOfArticle> by_article(const std::vector<Xapian::docid>& passages,
                                                       const index::FacetColumns& columns);

}  // namespace furat
