#include "searcher/pivot/pivot.hpp"

#include <algorithm>

#include "searcher/facets/facet_counter.hpp"
#include "searcher/pivot/pivot_axis.hpp"
#include "searcher/pivot/pivot_table.hpp"
#include "searcher/timeline/calendar.hpp"

namespace furat {

PivotResults count_pivot(const PivotRequest& request, const std::vector<Xapian::docid>& passages,
                         const PlaceRoles& roles, const GenerationView& view) {
  auto ascending = passages;
  std::sort(ascending.begin(), ascending.end());
  const auto bounds = date_bounds(request.search);
  const PivotScope scope{ascending, roles, bounds, view, request.ancestors};
  const auto rows = pivot_axis(request.rows, "rows", scope);
  const auto columns = pivot_axis(request.columns, "columns", scope);
  return count_table(*rows, *columns, by_article(passages, view.columns()), request);
}

}  // namespace furat
