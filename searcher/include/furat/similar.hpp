// Passages like a given one: what Searcher::similar() is asked. The answer is a SearchResults.
#pragma once

#include <string>

#include "furat/search_request.hpp"

namespace furat {

struct SimilarRequest {
  std::string passage;  ///< key of the passage that the others are to be like
  /// Filters, page, order and facets of the answer; its query is not used.
  SearchRequest search;
  bool copies = false;  ///< also passages with nearly the same text as it, or as one another
};

}  // namespace furat
