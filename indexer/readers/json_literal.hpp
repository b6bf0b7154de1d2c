// The string literals of a JSON text that is known to be valid: finding one, and reading it with
// its byte offsets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer {

/// The largest depth of brackets outside strings, whether or not `json` is valid.
[[nodiscard]] std::size_t nesting_depth(std::string_view json);

/// What stands between the quotes of the string that is the value of the top-level `key`; of the
/// last one if the key is repeated (as nlohmann::json does). Empty optional if there is none or its
/// value is no string. `json` is a valid object.
[[nodiscard]] std::optional<std::string_view> top_level_string(std::string_view json,
                                                               std::string_view key);

/// Puts the characters of a literal's inside, which stands at `source`, each with the bytes that
/// spell it.
void put_literal(std::string_view literal, std::uint64_t source, TextCleaner& cleaner);

}  // namespace furat::indexer
