// Durations as they are typed: 500ms, 2s, 1.5 s, 1min.
#pragma once

#include <chrono>
#include <string>

namespace furat::requests {

/// Throws RequestError of the argument "timeout" for what is no duration, or beyond a day.
[[nodiscard]] std::chrono::milliseconds parse_duration(const std::string& text);

}  // namespace furat::requests
