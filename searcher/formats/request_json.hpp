// Requests as JSON and back: what the C interface and the server are asked, and what an evidence
// bundle keeps. docs/c-interface.md has examples, docs/json-schema/*-request.schema.json the rules.
//
// `Request` is one of SearchRequest, TimelineRequest, PivotRequest, ValuesRequest,
// FacetValuesRequest, SuggestRequest, ShowRequest, SimilarRequest and PassageRequest.
#pragma once

#include <string>
#include <string_view>

#include "furat/facet_values.hpp"
#include "furat/pivot.hpp"
#include "furat/search_request.hpp"
#include "furat/shown_passage.hpp"
#include "furat/similar.hpp"
#include "furat/suggest.hpp"
#include "furat/timeline.hpp"
#include "furat/values.hpp"
#include "index/json/read_fields.hpp"
#include "searcher/formats/json_parts.hpp"

namespace furat::formats {

/// Every field, under the name of the member; `deadline` is "timeout_ms", null for none.
template <class Request>
[[nodiscard]] Json json_request(const Request& request);

/// What `json` does not say stays as it is by default; null stands for an option that is not given.
/// Throws RequestError for unknown keys, other types, words that mean nothing and numbers out of
/// range; its argument is the path of the key: "limit", "search.filters[2].value".
template <class Request>
[[nodiscard]] Request request_of_json(const Json& json,
                                      json::UnknownKeys unknown = json::UnknownKeys::refused);

/// Likewise of a text from outside, which may hold anything: also RequestError of the argument
/// "request" for what is no JSON or beyond the limits of index/json/strict_json.hpp.
template <class Request>
[[nodiscard]] Request request_of_text(std::string_view text);

}  // namespace furat::formats
