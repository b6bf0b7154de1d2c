// Values of a facet found by name, for programs.
#pragma once

#include <string>

#include "furat/facet_values.hpp"
#include "searcher/formats/csv_format.hpp"

namespace furat::formats {

/// docs/json-schema/facet-values.schema.json; one indented object and a line end.
[[nodiscard]] std::string format_facet_values_json(const FacetValuesResults& results,
                                                   const FacetValuesRequest& request);

/// The table that format_facets_csv() writes, of these values.
[[nodiscard]] std::string format_facet_values_csv(const FacetValuesResults& results,
                                                  const FacetValuesRequest& request,
                                                  Separator separator);

}  // namespace furat::formats
