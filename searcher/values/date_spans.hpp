// From which to which date a passage speaks: the exact days of its dates, which the facet columns
// do not hold.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/date_nodes.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// The date that begins first and the one that ends last of some dates: the day, and the node of
/// the calendar that says it as closely as the text ("2017" begins on 2017-01-01).
class DateSpan {
 public:
  void add(const index::DayInterval& days);
  void add(const DateSpan& other);

  /// A day, month or year: "2017-03-01", "2017-03", "2017". Empty if nothing was added.
  [[nodiscard]] std::string first() const { return first_ ? first_->name() : std::string(); }
  [[nodiscard]] std::string last() const { return last_ ? last_->name() : std::string(); }
  [[nodiscard]] bool empty() const { return !first_; }

 private:
  struct End {
    std::chrono::sys_days day;
    index::DateLevel level;  ///< of the node: year, month or day
    [[nodiscard]] std::string name() const;
  };
  void add_first(const End& end);
  void add_last(const End& end);

  std::optional<End> first_, last_;
};

/// The spans of the closed dates, those with a year, of `passages` (ascending), by their numbers in
/// the list. One walk over all dates of the index. Throws as GenerationView does.
[[nodiscard]] std::vector<DateSpan> date_spans(const std::vector<Xapian::docid>& passages,
                                               const GenerationView& view);

}  // namespace furat
