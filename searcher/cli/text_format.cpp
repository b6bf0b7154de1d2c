#include "searcher/cli/text_format.hpp"

#include "searcher/cli/text_facets.hpp"
#include "searcher/cli/text_hit.hpp"
#include "searcher/cli/text_summary.hpp"

namespace furat::cli {
std::string format_text(const SearchResults& results, const SearchRequest& request,
                        const TextStyle& style) {
  std::string out;
  append_summary(out, results, request, window_of(results), style);
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
