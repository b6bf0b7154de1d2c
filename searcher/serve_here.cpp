// How furat-serve serves.
#include "searcher/cli/command_context.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/serve_command.hpp"
#include "searcher/http/openapi.hpp"
#include "searcher/http/serve.hpp"

namespace furat::cli {

int run_serve(const SearchOptions& options) {
  if (options.serve.openapi) {
    print(http::openapi_document());
    return 0;
  }
  auto limited = options;
  limited.timeout = options.serve.request_timeout;
  return http::serve([&](const SearcherOptions& how) { return open_searcher(limited, how); },
                     options.serve);
}

}  // namespace furat::cli
