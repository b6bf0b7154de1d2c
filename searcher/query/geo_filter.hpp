// Distance and box: which passages name a place that lies there.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "furat/search_request.hpp"
#include "searcher/query/geometry.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// "50km", "30 mi", "800m" in kilometres. Throws RequestError ("within").
[[nodiscard]] double parse_distance(const std::string& text);

/// "S,W,N,E" in degrees. Throws RequestError ("bbox").
[[nodiscard]] BoundingBox parse_bounding_box(const std::string& text);

/// "35.33,40.14"; nullopt if these are not two numbers. Throws RequestError ("near") for two that
/// are no latitude and longitude.
[[nodiscard]] std::optional<index::Position> parse_position(const std::string& text);

/// The passages that name, in one of the roles, a place inside the circle of `near` and `within`,
/// and one inside `bbox`; nullopt if the request has neither. Only places that are points
/// (index::PlaceExtent) count, and where they are named themselves. `notes` gets a sentence where
/// a name means several places. Throws RequestError.
[[nodiscard]] std::optional<Xapian::Query> geo_filter(const SearchRequest& request,
                                                      const PlaceRoles& roles,
                                                      const GenerationView& view,
                                                      std::vector<std::string>& notes);

}  // namespace furat
