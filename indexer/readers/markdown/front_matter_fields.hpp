// The two notations of front matter, for front_matter() alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace furat::indexer {

/// Top-level keys with their values; the values of a list have the same key.
using FrontMatterFields = std::vector<std::pair<std::string, std::string>>;

/// None, and a sentence in `problem`, if the block is not valid or refused.
[[nodiscard]] std::optional<FrontMatterFields> yaml_fields(std::string_view block,
                                                           std::string& problem);
[[nodiscard]] std::optional<FrontMatterFields> toml_fields(std::string_view block,
                                                           std::string& problem);

}  // namespace furat::indexer
