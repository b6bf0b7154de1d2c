// Names of roles, granularities and flags, as the outputs write them.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dates/date_mention.hpp"
#include "analysis/places/place_recognizer.hpp"

namespace furat::indexer {

[[nodiscard]] std::string_view name_of(analysis::PlaceRole role);
[[nodiscard]] std::string_view name_of(analysis::Granularity granularity);
[[nodiscard]] std::vector<std::string> names_of_flags(std::uint8_t flags);
[[nodiscard]] std::string iso_day(std::chrono::sys_days day);

}  // namespace furat::indexer
