// JSON as it is found in web pages: with comments, raw line ends in strings and spare commas.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace furat::indexer {

/// The value of a text that is JSON but for the faults that templates make: an HTML comment or
/// CDATA mark around it, a semicolon behind it, line ends and other controls inside strings, commas
/// before a closing bracket, // and /* */ comments, broken UTF-8. None if it is broken otherwise or
/// nested deeper than 64. Never throws; linear time.
[[nodiscard]] std::optional<nlohmann::json> parse_lenient_json(std::string_view text);

/// The first string that stands behind `"key":` in a text that may be no valid JSON, raw; empty if
/// there is none.
[[nodiscard]] std::string_view string_behind_key(std::string_view text, std::string_view key);

}  // namespace furat::indexer
