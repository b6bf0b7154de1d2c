// Names of granularities and flags, as the outputs write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dates/date_mention.hpp"

namespace furat::indexer {

[[nodiscard]] std::string_view name_of(analysis::Granularity granularity);
[[nodiscard]] std::vector<std::string> names_of_flags(std::uint8_t flags);

}  // namespace furat::indexer
