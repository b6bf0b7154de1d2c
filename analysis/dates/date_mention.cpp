#include "analysis/dates/date_mention.hpp"

#include <array>

namespace furat::analysis {

std::vector<std::string> names_of_flags(std::uint8_t flags) {
  struct Name {
    DateFlag flag;
    const char* name;
  };
  constexpr std::array<Name, 8> kNames{{{kApproximate, "approximate"},
                                        {kOpenStart, "open-start"},
                                        {kOpenEnd, "open-end"},
                                        {kYearInferred, "year-inferred"},
                                        {kRelative, "relative"},
                                        {kYearUnknown, "year-unknown"},
                                        {kDayMonthOrder, "day-month-order"},
                                        {kBeginsRange, "begins-range"}}};
  std::vector<std::string> names;
  for (const auto& row : kNames)
    if ((flags & row.flag) != 0) names.emplace_back(row.name);
  return names;
}

}  // namespace furat::analysis
