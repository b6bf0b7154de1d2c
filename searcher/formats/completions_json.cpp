#include "searcher/formats/completions_json.hpp"

#include <utility>

#include "searcher/formats/json_format.hpp"
#include "searcher/formats/json_parts.hpp"

namespace furat::formats {

std::string format_completions_json(const SuggestResults& results, const SuggestRequest& request) {
  Json array = Json::array();
  for (const auto& completion : results.completions)
    array.push_back({{"kind", json_text(completion.kind)},
                     {"text", json_text(completion.text)},
                     {"id", json_text_or_null(completion.id)},
                     {"spelling", json_text(completion.spelling)},
                     {"passages", completion.passages}});
  return written({{"schema_version", kJsonSchemaVersion},
                  {"prefix", json_text(request.prefix)},
                  {"completions", std::move(array)},
                  {"missing_shards", json_texts(results.missing_shards)},
                  {"stale_shards", json_texts(results.stale_shards)},
                  {"notes", json_texts(results.notes)}},
                 2);
}

}  // namespace furat::formats
