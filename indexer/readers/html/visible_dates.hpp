// The dates that a reader of the page sees, weighed by how likely each is the day of publication.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/metadata/written_date.hpp"
#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

struct VisibleDate {
  std::chrono::sys_days day;
  int score = 0;               ///< higher is likelier; see kLikelyDate
  bool time_element = false;   ///< stated by an attribute of <time> or an itemprop
  bool modified = false;       ///< labelled as an update: "Updated", "Stand:"
  bool called_update = false;  ///< has class="updated", which many sites give their only date
  NodeId node = kNoNode;
};

/// From this score on a date is taken for the day of publication.
inline constexpr int kLikelyDate = 4;

struct VisibleDates {
  std::vector<VisibleDate> dates;                ///< in document order, of years 1990 to 2035
  DayMonthOrder order = DayMonthOrder::unknown;  ///< what 04/10/2017 means on this page
};

/// All full dates of the visible text. `headline` may be kNoNode. The order of day and month is
/// that of the page's other dates, else that of its language ("de", "en-US", "en_GB", may be
/// empty). Linear time.
[[nodiscard]] VisibleDates visible_dates(const HtmlTree& tree, NodeId headline,
                                         std::string_view language);

}  // namespace furat::indexer
