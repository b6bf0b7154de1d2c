// How long the time between two dates is, both inside, as a TIMEX3 duration: "P3D" for 3-5
// September, "P4Y" for 2014 to 2017.
#pragma once

#include <string>
#include <string_view>

#include "analysis/dates/date_mention.hpp"

namespace furat::indexer {

/// Whole units of the coarser granularity of the two, counted with the first and the last one;
/// hours and minutes between two clock times. "PXD" and its like where the days do not tell, as
/// between February and March of an unknown year.
[[nodiscard]] std::string length_of_range(const analysis::DateMention& first,
                                          const analysis::DateMention& last);

/// The same for two days as DateMention::value has them: "2017-09-03", "--09-03".
[[nodiscard]] std::string length_between_days(std::string_view first, std::string_view last);

}  // namespace furat::indexer
