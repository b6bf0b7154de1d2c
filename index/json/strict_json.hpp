// JSON from outside, taken strictly: what a request or the options of a run are read from.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

namespace furat::json {

using Json = nlohmann::ordered_json;

inline constexpr std::size_t kLongestText = std::size_t{1} << 20;  ///< bytes
inline constexpr int kDeepest = 8;              ///< objects and lists inside one another
inline constexpr std::size_t kMostKeys = 100;   ///< of one object
inline constexpr std::size_t kLongestKey = 60;  ///< bytes

/// `text` as JSON. Throws RequestError of the argument "request" for what goes beyond these limits,
/// is no JSON or no UTF-8, or gives an empty key or one twice; its column is the byte of the fault
/// where one byte is at fault.
[[nodiscard]] Json strict_json(std::string_view text);

}  // namespace furat::json
