// Pieces of JSON that several answers have: docs/json-output.md.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "furat/counted.hpp"
#include "furat/search_request.hpp"
#include "furat/search_results.hpp"

namespace furat::formats {

using Json = nlohmann::ordered_json;

/// A string as valid UTF-8.
[[nodiscard]] Json json_text(std::string_view value);

/// null for what is not known or not there.
[[nodiscard]] Json json_text_or_null(std::string_view value);

[[nodiscard]] Json json_texts(const std::vector<std::string>& values);

[[nodiscard]] Json json_counted(const Counted& counted);

/// Schema version, query, totals, names and notes: what each answer begins with.
[[nodiscard]] Json json_summary(const SearchResults& results, const SearchRequest& request);

/// The object and a line end; `indent` below 0: in one line. Control characters are \u escapes.
[[nodiscard]] std::string written(const Json& json, int indent);

}  // namespace furat::formats
