// The names of a hit's places, dates and actors, as lists for people.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "furat/search_results.hpp"

namespace furat::formats {

/// The dimensions of mentions in the order shown, and what their names are listed under.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kMentionLabels{
    {{"place", "places"}, {"date", "dates"}, {"actor", "actors"}}};

/// The sanitized display names of the mentions of one dimension, each once, in the order of the
/// text.
[[nodiscard]] std::vector<std::string> mentioned_names(const Hit& hit, std::string_view dimension);

}  // namespace furat::formats
