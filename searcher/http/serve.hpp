// Runs the server: options to limits, signals, what is printed.
#pragma once

#include <filesystem>

#include "searcher/http/serve_options.hpp"

namespace furat::http {

/// Until SIGINT or SIGTERM; 0 then. Prints where it listens to standard output, the access log to
/// standard error. Throws RequestError for options, what Searcher throws, and std::system_error.
/// Sets the process's handlers of these signals and ignores SIGPIPE.
[[nodiscard]] int serve(const std::filesystem::path& index, const ServeOptions& options);

}  // namespace furat::http
