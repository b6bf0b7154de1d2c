#include "searcher/cli/text_format.hpp"

#include <fmt/format.h>

#include "searcher/cli/text_facets.hpp"
#include "searcher/cli/text_hit.hpp"
#include "searcher/cli/text_summary.hpp"

namespace furat::cli {
namespace {

/// ", 11 to 20 shown" where there are more hits than these: no list is cut silently.
std::string window_of(const SearchResults& results, const SearchRequest& request) {
  const std::size_t all = request.group == GroupBy::article ? results.total_articles
                          : request.unique                  ? results.total_unique
                                                            : results.total_passages;
  if (results.hits.size() >= all) return {};
  if (results.hits.empty()) return ", none shown";
  if (results.hits.size() == 1) return fmt::format(", number {} shown", results.hits[0].rank);
  return fmt::format(", {} to {} shown", results.hits.front().rank, results.hits.back().rank);
}

}  // namespace

std::string format_text(const SearchResults& results, const SearchRequest& request,
                        const TextStyle& style) {
  std::string out;
  append_summary(out, results, request, window_of(results, request), style);
  for (const Hit& hit : results.hits) {
    out += '\n';
    append_hit(out, hit, style);
  }
  for (const FacetCounts& facet : results.facets) {
    out += '\n';
    append_facet(out, facet, style);
  }
  return out;
}

}  // namespace furat::cli
