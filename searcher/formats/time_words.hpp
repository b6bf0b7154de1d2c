// Units of time as options, formats and sentences name them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "furat/timeline.hpp"

namespace furat::formats {

inline constexpr std::array kTimeUnits{TimeUnit::decade, TimeUnit::year, TimeUnit::month,
                                       TimeUnit::day};

/// "decade", "year", "month", "day".
[[nodiscard]] constexpr std::string_view word_for(TimeUnit unit) {
  constexpr std::array<std::string_view, kTimeUnits.size()> kWords{"decade", "year", "month",
                                                                   "day"};
  return kWords[static_cast<std::size_t>(unit)];
}

/// The unit with that word; none for any other.
[[nodiscard]] constexpr std::optional<TimeUnit> unit_named(std::string_view word) {
  for (const auto unit : kTimeUnits)
    if (word == word_for(unit)) return unit;
  return std::nullopt;
}

}  // namespace furat::formats
