// A date filter to index terms: which passages have a date that overlaps a time, lies in it or
// contains it. Exact, by terms alone.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "furat/search_request.hpp"
#include "searcher/query/date_filter.hpp"

namespace furat {

/// The terms of which a passage must have one; never none, as an empty list would demand nothing.
/// For a filter of Kind::interval or unknown_year. Where the interval is not one calendar node,
/// `within` reads the interval terms that begin in it and `contains` those that begin before it.
/// Throws Xapian::Error.
[[nodiscard]] std::vector<std::string> date_terms(const DateFilter& filter, DateMode mode,
                                                  const Xapian::Database& database);

}  // namespace furat
