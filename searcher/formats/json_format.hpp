// The answer to a request as JSON: docs/json-output.md,
// docs/json-schema/search-results.schema.json.
#pragma once

#include <string>

#include "furat/search_request.hpp"
#include "furat/search_results.hpp"

namespace furat::formats {

class JsonWriter;

/// Raised when a reader of the old form could misread the new one; a new key does not raise it.
inline constexpr int kJsonSchemaVersion = 1;

/// One indented object and a line end. Valid UTF-8 whatever the archive holds, and control
/// characters only as \u escapes, so that it may be shown in a terminal.
[[nodiscard]] std::string format_json(const SearchResults& results, const SearchRequest& request);

/// A hit in one line, with a line end.
[[nodiscard]] std::string format_hit_line(const Hit& hit);

/// A hit as a value of what is being written.
void put_hit(JsonWriter& out, const Hit& hit);

/// A line a hit, each a complete object, then one line {"summary": {...}} with all the rest.
[[nodiscard]] std::string format_jsonl(const SearchResults& results, const SearchRequest& request);

}  // namespace furat::formats
