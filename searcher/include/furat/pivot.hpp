// The passages of a search as a table of two dimensions: what Searcher::pivot() is asked, and its
// answer.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "furat/counted.hpp"
#include "furat/search_request.hpp"
#include "furat/search_results.hpp"

namespace furat {

/// What the values of a table are ordered by.
enum class CountOf { passages, articles };

struct PivotRequest {
  SearchRequest search;  ///< which passages; its page, order, grouping and facets have no effect
  /// Each "place", "place-kind", "actor", "kind" (of actors), "source", "decade", "year", "month",
  /// "day", "published-year", "published-month" or "published-day"; both may be the same.
  std::string rows, columns;
  /// Places: false: a passage has the places that it names themselves; true: also all in which they
  /// lie, as the place filter has it. Actors always have those above them.
  bool ancestors = false;
  CountOf order = CountOf::passages;
  std::size_t row_limit = 20, column_limit = 8;  ///< the most frequent; 0: all
};

/// A value of one side of the table and the passages that have it, whatever they have on the other.
struct PivotValue {
  std::string id, name;
  Counted total;
  friend bool operator==(const PivotValue&, const PivotValue&) = default;
};

/// A row of the table. The passages of a cell have both values; for dates, they have a date that
/// lies within the value.
struct PivotRow {
  struct Cell {
    std::size_t column = 0;  ///< number of the column, from 0
    Counted counted;
    friend bool operator==(const Cell&, const Cell&) = default;
  };
  PivotValue value;
  std::vector<Cell> cells;  ///< those above zero, ascending
  Counted others;           ///< with a value that has no column
  Counted without;          ///< without any value for the columns
  friend bool operator==(const PivotRow&, const PivotRow&) = default;
};

struct PivotResults {
  SearchResults matched;  ///< totals, names and notes of the search; without hits and facets
  /// The most frequent first, dates by time. Dates that do not overlap the time from the first to
  /// the last day of the date filters are not among them.
  std::vector<PivotValue> columns;
  std::vector<PivotRow> rows;
  PivotRow other_rows;                            ///< passages with a value that has no row
  PivotRow without_row;                           ///< passages without any value for the rows
  PivotRow all_passages;                          ///< the totals of the columns
  std::size_t total_rows = 0, total_columns = 0;  ///< values there are, shown or not
  friend bool operator==(const PivotResults&, const PivotResults&) = default;
};

}  // namespace furat
