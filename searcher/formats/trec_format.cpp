#include "searcher/formats/trec_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "searcher/formats/sanitize.hpp"

namespace furat::formats {
namespace {

std::string without_spaces(std::string_view id) {
  std::string out = sanitized(id);
  std::replace(out.begin(), out.end(), ' ', '_');
  return out.empty() ? "_" : out;
}

}  // namespace

std::string format_trec(const SearchResults& results, std::string_view query_id) {
  const std::string query = without_spaces(query_id);
  std::string out;
  std::unordered_set<std::string_view> seen;
  for (const Hit& hit : results.hits) {
    if (!seen.insert(hit.article.id).second) continue;
    out += fmt::format("{} Q0 {} {} {:.6f} furat\n", query, without_spaces(hit.article.id),
                       hit.rank, hit.score);
  }
  return out;
}

}  // namespace furat::formats
