#include "searcher/formats/geojson_format.hpp"

#include <algorithm>
#include <vector>

#include "searcher/formats/json_parts.hpp"

namespace furat::formats {
namespace {

using Values = std::vector<const FacetValue*>;

Values values_on_map(const SearchResults& results) {
  Values values;
  for (const auto& facet : results.facets) {
    if (facet.dimension != "place") continue;
    for (const auto& value : facet.values)
      if (value.passages > 0 && value.latitude && value.longitude) values.push_back(&value);
  }
  std::sort(values.begin(), values.end(), [](const FacetValue* a, const FacetValue* b) {
    return a->passages != b->passages ? a->passages > b->passages : a->id < b->id;
  });
  return values;
}

Json feature(const FacetValue& value) {
  return {{"type", "Feature"},
          {"id", json_text(value.id)},
          {"geometry",
           {{"type", "Point"}, {"coordinates", Json::array({*value.longitude, *value.latitude})}}},
          {"properties",
           {{"id", json_text(value.id)},
            {"name", json_text(value.name)},
            {"kind", json_text_or_null(value.kind)},
            {"country", json_text_or_null(value.country)},
            {"parent", json_text_or_null(value.parent)},
            {"passages", value.passages},
            {"articles", value.articles}}}};
}

/// West and east edge of the narrowest strip that holds the longitudes. It leaves out their widest
/// gap; where that is not the one around the date line, the strip reaches over it: west > east.
std::pair<double, double> strip_of(std::vector<double> longitudes) {
  std::sort(longitudes.begin(), longitudes.end());
  auto strip = std::pair(longitudes.front(), longitudes.back());
  double widest = longitudes.front() + 360 - longitudes.back();
  for (std::size_t i = 1; i < longitudes.size(); ++i) {
    const double gap = longitudes[i] - longitudes[i - 1];
    if (gap <= widest) continue;
    widest = gap;
    strip = {longitudes[i], longitudes[i - 1]};
  }
  return strip;
}

Json bounding_box(const Values& values) {
  std::vector<double> latitudes;
  std::vector<double> longitudes;
  for (const auto* value : values) {
    latitudes.push_back(*value->latitude);
    longitudes.push_back(*value->longitude);
  }
  const auto [south, north] = std::minmax_element(latitudes.begin(), latitudes.end());
  const auto [west, east] = strip_of(longitudes);
  return Json::array({west, *south, east, *north});
}

}  // namespace

void ask_for_places(SearchRequest& request) {
  request.facets = {"place"};
  request.facet_limit = 0;
  request.drill_sideways = false;
  request.limit = 0;
}

std::string format_geojson(const SearchResults& results, const SearchRequest& request) {
  const auto values = values_on_map(results);
  Json collection = {{"type", "FeatureCollection"}};
  if (!values.empty()) collection["bbox"] = bounding_box(values);
  Json notes = Json::array();
  for (const auto& note : results.notes) notes.push_back(json_text(note));
  collection["query"] = json_text(request.query);
  collection["total_passages"] = results.total_passages;
  collection["total_articles"] = results.total_articles;
  collection["notes"] = std::move(notes);
  Json features = Json::array();
  for (const auto* value : values) features.push_back(feature(*value));
  collection["features"] = std::move(features);
  return written(collection, 2);
}

}  // namespace furat::formats
