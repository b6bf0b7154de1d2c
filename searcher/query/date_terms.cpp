#include "searcher/query/date_terms.hpp"

#include "index/date_intervals.hpp"
#include "index/schema.hpp"

namespace furat {
namespace {

using index::DateInterval;
using index::DayInterval;

/// The date lies in what is asked for, whose open side holds open dates too.
bool lies_in(const DateInterval& date, const DateFilter& filter) {
  const auto& range = filter.interval;
  const bool starts_in = filter.open_start || (!date.open_start && range.first <= date.days.first);
  const bool ends_in = filter.open_end || (!date.open_end && date.days.last <= range.last);
  return starts_in && ends_in;
}

/// A closed date inside one of the cover nodes of the range has the scope term of that node.
bool has_scope_term_in(const DateInterval& date, const DayInterval& range) {
  if (date.is_open()) return false;
  const auto scope = index::enclosing(date.days);
  return scope && DateInterval{*index::days_of(*scope)}.is_within(range);
}

/// Calls `take` with each interval term whose first day is in `first_days`, and what it says.
template <class Take>
void for_each_interval(const Xapian::Database& database, const DayInterval& first_days,
                       const Take& take) {
  const std::string prefix(index::prefix::kDateInterval);
  auto term = database.allterms_begin(prefix);
  const auto end = database.allterms_end(prefix);
  if (term != end) term.skip_to(prefix + index::sort_key(first_days.first));
  for (; term != end; ++term) {
    const auto date = index::interval_in_term(*term);
    if (!date) continue;
    if (date->days.first > first_days.last) return;
    take(*term, *date);
  }
}

std::vector<std::string> terms_within(const DateFilter& filter, const Xapian::Database& database) {
  if (const auto node = selected_node(filter)) return {index::scope_term(*node)};
  std::vector<std::string> terms;
  for (const auto& node : index::cover(filter.interval)) terms.push_back(index::scope_term(node));
  for_each_interval(database, filter.interval,
                    [&](const std::string& term, const DateInterval& date) {
                      if (lies_in(date, filter) && !has_scope_term_in(date, filter.interval))
                        terms.push_back(term);
                    });
  return terms;
}

std::vector<std::string> terms_containing(const DateFilter& filter,
                                          const Xapian::Database& database) {
  std::vector<std::string> terms;
  if (auto node = selected_node(filter)) {
    // Covers are made of the largest nodes: a date with all of a node has it or one above.
    for (; node; node = index::parent(*node))
      terms.push_back(std::string(index::prefix::kDateCover) + index::name(*node));
    return terms;
  }
  for_each_interval(database, {index::all_days().first, filter.interval.first},
                    [&](const std::string& term, const DateInterval& date) {
                      if (date.contains(filter.interval)) terms.push_back(term);
                    });
  return terms;
}

std::vector<std::string> overlapping_terms(const DateFilter& filter) {
  return filter.kind == DateFilter::Kind::unknown_year
             ? index::unknown_year_query_terms(filter.node)
             : index::query_terms(filter.interval);
}

}  // namespace

std::vector<std::string> date_terms(const DateFilter& filter, DateMode mode,
                                    const Xapian::Database& database) {
  auto terms = mode == DateMode::within     ? terms_within(filter, database)
               : mode == DateMode::contains ? terms_containing(filter, database)
                                            : overlapping_terms(filter);
  if (terms.empty()) terms.emplace_back(index::prefix::kDateInterval);  // no passage has this
  return terms;
}

}  // namespace furat
