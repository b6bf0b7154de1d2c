#include "searcher/cli/values_commands.hpp"

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/values_text.hpp"
#include "searcher/formats/values_data.hpp"

namespace furat::cli {

using formats::format_values_csv;
using formats::format_values_json;

namespace {

int run_values(const SearchOptions& options, const char* dimension) {
  auto request = values_request_of(options, dimension, query_of(options));
  // Lines of a list have no room for neighbours, and to find them takes time.
  if (options.format == "text" && request.name.empty()) request.neighbours = 0;
  const auto results = open_searcher(options).values(request);
  print(options.format == "json"  ? format_values_json(results, request)
        : options.format == "csv" ? format_values_csv(results)
                                  : format_values_text(results, request, style_of(options)));
  if (options.format == "csv") tell_of_shards(results.matched);
  return results.values.empty() || results.matched.total_passages == 0 ? kNoHits : kHits;
}

}  // namespace

int run_actors(const SearchOptions& options) { return run_values(options, "actor"); }
int run_places(const SearchOptions& options) { return run_values(options, "place"); }

}  // namespace furat::cli
