// The places of an answer as GeoJSON (RFC 7946): docs/json-output.md.
#pragma once

#include <string>

#include "furat/search_request.hpp"
#include "furat/search_results.hpp"

namespace furat::formats {

/// What the format needs: every place of the matching passages itself counted, and no hits.
void ask_for_places(SearchRequest& request);

/// A FeatureCollection and a line end: a point for each value of the place facet that has a
/// position and a count, the most passages first, then by id. Valid UTF-8, no control characters.
[[nodiscard]] std::string format_geojson(const SearchResults& results,
                                         const SearchRequest& request);

}  // namespace furat::formats
