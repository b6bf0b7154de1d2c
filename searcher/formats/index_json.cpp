#include "searcher/formats/index_json.hpp"

#include "furat/version.hpp"
#include "searcher/formats/json_format.hpp"
#include "searcher/formats/json_parts.hpp"

namespace furat::formats {

std::string format_index_json(const IndexInfo& index) {
  return written({{"schema_version", kJsonSchemaVersion},
                  {"version", version()},
                  {"generation", json_text(index.generation)},
                  {"digest", json_text(index.digest)},
                  {"articles", index.articles},
                  {"passages", index.passages},
                  {"missing_shards", json_texts(index.missing_shards)},
                  {"stale_shards", json_texts(index.stale_shards)}},
                 2);
}

}  // namespace furat::formats
