// What a search prints: which part of the answer (--output, --count), in which format.
#pragma once

#include <string>

#include "furat/searcher.hpp"
#include "searcher/cli/search_options.hpp"

namespace furat::cli {

/// The request of the options, without what their output does not show. Throws RequestError
/// ("format") for a format that the output does not have.
[[nodiscard]] SearchRequest output_request_of(const SearchOptions& options);

/// The answer as the options want it. `searcher` gave it, and tells where original files lie.
[[nodiscard]] std::string search_output(const SearchResults& results, const SearchRequest& request,
                                        const SearchOptions& options, const Searcher& searcher);

/// Whether that has the notes of the answer.
[[nodiscard]] bool has_notes(const SearchOptions& options);

/// "showing 1-10 of 312 passages; --limit all shows the rest" where the format itself cannot say
/// that there are more; else empty.
[[nodiscard]] std::string cut_notice(const SearchResults& results, const SearchRequest& request,
                                     const SearchOptions& options);

}  // namespace furat::cli
