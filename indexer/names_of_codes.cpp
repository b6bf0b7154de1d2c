#include "indexer/names_of_codes.hpp"

#include <array>

namespace furat::indexer {

std::string_view name_of(analysis::Granularity granularity) {
  constexpr std::array<std::string_view, 11> kNames{"day",    "week",     "month",    "quarter",
                                                    "season", "year",     "decade",   "century",
                                                    "range",  "duration", "reference"};
  return kNames.at(static_cast<std::size_t>(granularity));
}

}  // namespace furat::indexer
