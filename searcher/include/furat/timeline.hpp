// The passages of a search counted over time: what Searcher::timeline() is asked, and its answer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "furat/counted.hpp"
#include "furat/search_request.hpp"
#include "furat/search_results.hpp"

namespace furat {

/// The time a passage speaks of, or when its article was published.
enum class Clock { date, published };
enum class TimeUnit { decade, year, month, day };

struct TimelineRequest {
  SearchRequest search;  ///< which passages; its page, order, grouping and facets have no effect
  Clock clock = Clock::date;
  /// None: the finest with at most `readable_rows` rows. If years have more and no date filter says
  /// what to show, only the years that hold all but the first and the last hundredth of the counts
  /// are looked at; if all else fails, decades.
  std::optional<TimeUnit> by;
  std::size_t readable_rows = 40;
  std::size_t longest_gap = 5;  ///< so many empty buckets are a row each, more are one row
};

/// One line of a timeline.
struct TimelineRow {
  enum class Kind {
    bucket,   ///< a unit of time
    coarser,  ///< dates that are known no closer than this node of the calendar, which is above the
              ///< unit: "2017" among months, and "from March to June 2017" too
    gap       ///< a run of buckets without any passage
  };
  Kind kind = Kind::bucket;
  std::string id;     ///< what a date filter takes: "2017-03", "201"; of a gap "2016-03..2017-04"
  std::string name;   ///< to be shown: "2010s", "2000-2099"
  std::string level;  ///< "day", "month", "year", "decade", "century" or "millennium"
  std::string first, last;  ///< ISO days
  std::size_t buckets = 1;  ///< of a gap: how many
  /// Of a bucket: what a filter by `id` with the date mode "within" leaves of the search. Of what
  /// is coarser: the passages with such a date.
  Counted counted;
  friend bool operator==(const TimelineRow&, const TimelineRow&) = default;
};

struct TimelineResults {
  SearchResults matched;  ///< totals, names and notes of the search; without hits and facets
  Clock clock = Clock::date;
  TimeUnit by = TimeUnit::day;
  /// By their first day, the coarser before the finer. Only those that overlap the time from
  /// `shown_first` to `shown_last`.
  std::vector<TimelineRow> rows;
  /// ISO days: the first and the last of the date filters, or those that were chosen with the unit;
  /// empty: all are shown.
  std::string shown_first, shown_last;
  bool narrowed = false;  ///< they were chosen with the unit
  Counted in_rows;        ///< passages that have a row
  /// Passages that have a date of these kinds, whether they have a row or not.
  Counted outside;       ///< in a row that is not shown
  Counted unknown_year;  ///< a month or a day of a month without a year
  Counted open;          ///< open at one end: "since 2014"
  /// Passages that have no date, and those whose dates all are of other kinds (from one millennium
  /// into another).
  Counted undated, unplaced;
  friend bool operator==(const TimelineResults&, const TimelineResults&) = default;
};

}  // namespace furat
