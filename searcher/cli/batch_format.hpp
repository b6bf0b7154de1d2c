// Hits of a batch of queries as JSON lines: what evaluation programs read.
#pragma once

#include <string>
#include <string_view>

#include "furat/search_results.hpp"

namespace furat::cli {

/// A line a hit: {"qid","rank","score","article","file","start","end","text"}.
[[nodiscard]] std::string format_batch_jsonl(const SearchResults& results,
                                             std::string_view query_id);

}  // namespace furat::cli
