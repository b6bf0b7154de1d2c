#include "searcher/cli/batch_format.hpp"

#include <nlohmann/json.hpp>

#include "analysis/text/printable.hpp"

namespace furat::cli {

std::string format_batch_jsonl(const SearchResults& results, std::string_view query_id) {
  std::string lines;
  for (const auto& hit : results.hits) {
    const nlohmann::ordered_json row{
        {"qid", query_id},
        {"rank", hit.rank},
        {"score", hit.score},
        {"article", hit.article.id},
        {"file", hit.article.file},
        {"start", hit.bytes.begin},
        {"end", hit.bytes.end},
        {"text",
         std::string_view(hit.text).substr(hit.heading_size == 0 ? 0 : hit.heading_size + 1)}};
    lines += analysis::printable_json(
                 row.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) +
             "\n";
  }
  return lines;
}

}  // namespace furat::cli
