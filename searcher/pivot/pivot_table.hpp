// The table of two axes, whatever they are.
#pragma once

#include <vector>

#include "furat/pivot.hpp"
#include "searcher/deadline.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/pivot/pivot_axis.hpp"

namespace furat {

/// The passages (those of an article together) by their values on both axes, with the limits and
/// the order of the request. Two passes: one chooses the values, the other counts the cells.
/// `matched` is left empty. Throws DeadlineExceeded and Cancelled.
[[nodiscard]] PivotResults count_table(PivotAxis& row_axis, PivotAxis& column_axis,
                                       const std::vector<PassageOfArticle>& passages,
                                       const PivotRequest& request, const Deadline& deadline);

}  // namespace furat
