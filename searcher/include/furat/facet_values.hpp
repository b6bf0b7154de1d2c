// The values of a facet dimension, searched by their names: what Searcher::facet_values() is asked,
// and its answer.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "furat/search_request.hpp"
#include "furat/search_results.hpp"
#include "furat/values.hpp"

namespace furat {

enum class ValueOrder { count, name };

struct FacetValuesRequest {
  /// What is counted: its query and filters. Page, order, grouping and facets have no effect.
  SearchRequest search;
  std::string dimension;  ///< "place", "actor", "date", "published", "source", "kind"
  /// Only values with these words side by side in a name, in any spelling that is known of it; the
  /// last word may be a beginning. Dates: with this in the name. Empty: all.
  std::string text;
  std::size_t limit = 20;  ///< 0: all
  ValueOrder order = ValueOrder::count;
};

struct FoundFacetValue {
  FacetValue value;
  std::vector<ValueLink> path;  ///< what it lies in, nearest first
  friend bool operator==(const FoundFacetValue&, const FoundFacetValue&) = default;
};

struct FacetValuesResults {
  SearchResults matched;  ///< totals, names and notes of the search; no hits, no facets
  std::vector<FoundFacetValue> values;  ///< with a count above zero, or selected
  std::size_t total_values = 0;         ///< that have the words, listed or not
  std::size_t passages_without = 0;     ///< as FacetCounts has it
  friend bool operator==(const FacetValuesResults&, const FacetValuesResults&) = default;
};

}  // namespace furat
