// A SearchRequest as JSON and back, so that a search can be put again elsewhere.
#pragma once

#include "furat/search_request.hpp"
#include "searcher/cli/json_parts.hpp"

namespace furat::cli {

[[nodiscard]] Json json_request(const SearchRequest& request);

/// What `json` does not say stays as it is by default. Throws Json::exception for other types and
/// std::runtime_error for words that mean nothing.
[[nodiscard]] SearchRequest request_of_json(const Json& json);

}  // namespace furat::cli
