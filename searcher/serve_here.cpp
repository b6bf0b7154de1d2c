// How furat-serve serves.
#include <filesystem>

#include "furat/find_index.hpp"
#include "searcher/cli/command_context.hpp"
#include "searcher/cli/serve_command.hpp"
#include "searcher/http/openapi.hpp"
#include "searcher/http/serve.hpp"

namespace furat::cli {

int run_serve(const SearchOptions& options) {
  if (options.serve.openapi) {
    print(http::openapi_document());
    return 0;
  }
  return http::serve(
      find_index(options.index, std::filesystem::current_path(), options.usual_index),
      options.serve);
}

}  // namespace furat::cli
