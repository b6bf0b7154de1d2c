#include "searcher/formats/facet_values_data.hpp"

#include <utility>

#include "searcher/formats/json_parts.hpp"

namespace furat::formats {
namespace {

Json value_object(const FoundFacetValue& found) {
  Json path = Json::array();
  for (const auto& above : found.path)
    path.push_back({{"id", json_text(above.id)}, {"name", json_text(above.name)}});
  return {{"id", json_text(found.value.id)},
          {"name", json_text(found.value.name)},
          {"kind", json_text_or_null(found.value.kind)},
          {"country", json_text_or_null(found.value.country)},
          {"passages", found.value.passages},
          {"articles", found.value.articles},
          {"precise", found.value.precise},
          {"selected", found.value.selected},
          {"path", std::move(path)},
          {"stories", found.value.stories}};
}

}  // namespace

std::string format_facet_values_json(const FacetValuesResults& results,
                                     const FacetValuesRequest& request) {
  Json object = json_summary(results.matched, request.search);
  object["dimension"] = json_text(request.dimension);
  object["text"] = json_text(request.text);
  object["total_values"] = results.total_values;
  object["passages_without"] = results.passages_without;
  Json values = Json::array();
  for (const auto& found : results.values) values.push_back(value_object(found));
  object["values"] = std::move(values);
  return written(object, 2);
}

std::string format_facet_values_csv(const FacetValuesResults& results,
                                    const FacetValuesRequest& request, Separator separator) {
  FacetCounts counts;
  counts.dimension = request.dimension;
  for (const auto& found : results.values) counts.values.push_back(found.value);
  SearchResults table;
  table.facets.push_back(std::move(counts));
  return format_facets_csv(table, separator);
}

}  // namespace furat::formats
