#include "searcher/pivot/pivot.hpp"

#include <algorithm>

#include "searcher/facets/facet_counter.hpp"
#include "searcher/pivot/pivot_axis.hpp"
#include "searcher/pivot/pivot_table.hpp"

namespace furat {

PivotResults count_pivot(const PivotRequest& request, const std::vector<Xapian::docid>& passages,
                         const PivotFilters& filters, const GenerationView& view) {
  auto ascending = passages;
  std::sort(ascending.begin(), ascending.end());
  const PivotScope scope{ascending, filters.roles, filters.date_bounds, view, request.ancestors};
  const auto rows = pivot_axis(request.rows, "rows", scope);
  const auto columns = pivot_axis(request.columns, "columns", scope);
  return count_table(*rows, *columns, by_article(passages, view.columns()), request,
                     view.deadline());
}

}  // namespace furat
