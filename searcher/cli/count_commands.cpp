#include "searcher/cli/count_commands.hpp"

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/pivot_text.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/timeline_text.hpp"
#include "searcher/formats/pivot_data.hpp"
#include "searcher/formats/timeline_data.hpp"

namespace furat::cli {

using formats::format_pivot_csv;
using formats::format_pivot_json;
using formats::format_timeline_csv;
using formats::format_timeline_json;

namespace {

TextStyle style_of_counts(const SearchOptions& options) {
  auto style = style_of(options);
  style.ascii = options.ascii || locale_lacks_utf8();
  return style;
}

int exit_code_of(const SearchResults& matched) {
  return matched.total_passages == 0 ? kNoHits : kHits;
}

}  // namespace

int run_timeline(const SearchOptions& options) {
  const auto request = timeline_request_of(options, query_of(options));
  const auto results = open_searcher(options).timeline(request);
  print(options.format == "json" ? format_timeline_json(results, request)
        : options.format == "csv"
            ? format_timeline_csv(results)
            : format_timeline_text(results, request, style_of_counts(options)));
  if (options.format == "csv") tell_of_shards(results.matched);
  return exit_code_of(results.matched);
}

int run_pivot(const SearchOptions& options) {
  const auto request = pivot_request_of(options, query_of(options));
  const auto results = open_searcher(options).pivot(request);
  print(options.format == "json"  ? format_pivot_json(results, request)
        : options.format == "csv" ? format_pivot_csv(results, request)
                                  : format_pivot_text(results, request, style_of_counts(options)));
  if (options.format == "csv") tell_of_shards(results.matched);
  return exit_code_of(results.matched);
}

}  // namespace furat::cli
