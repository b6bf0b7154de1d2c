#include "indexer/names_of_codes.hpp"

#include <array>

namespace furat::indexer {

std::string_view name_of(analysis::Granularity granularity) {
  constexpr std::array<std::string_view, 11> kNames{"day",    "week",     "month",    "quarter",
                                                    "season", "year",     "decade",   "century",
                                                    "range",  "duration", "reference"};
  return kNames.at(static_cast<std::size_t>(granularity));
}

std::vector<std::string> names_of_flags(std::uint8_t flags) {
  struct Name {
    analysis::DateFlag flag;
    const char* name;
  };
  constexpr std::array<Name, 8> kNames{{{analysis::kApproximate, "approximate"},
                                        {analysis::kOpenStart, "open-start"},
                                        {analysis::kOpenEnd, "open-end"},
                                        {analysis::kYearInferred, "year-inferred"},
                                        {analysis::kRelative, "relative"},
                                        {analysis::kYearUnknown, "year-unknown"},
                                        {analysis::kDayMonthOrder, "day-month-order"},
                                        {analysis::kBeginsRange, "begins-range"}}};
  std::vector<std::string> names;
  for (const auto& row : kNames)
    if ((flags & row.flag) != 0) names.emplace_back(row.name);
  return names;
}

}  // namespace furat::indexer
