// Runs the server: options to limits, signals, what is printed.
#pragma once

#include <functional>

#include "furat/searcher.hpp"
#include "searcher/http/serve_options.hpp"

namespace furat::http {

/// Opens what is served.
using OpenSearcher = std::function<Searcher(const SearcherOptions& how)>;

/// Until SIGINT or SIGTERM; 0 then. Prints where it listens to standard output, the access log to
/// standard error. Throws RequestError for options, what Searcher throws, and std::system_error.
/// Sets the process's handlers of these signals and ignores SIGPIPE.
[[nodiscard]] int serve(const OpenSearcher& open, const ServeOptions& options);

}  // namespace furat::http
