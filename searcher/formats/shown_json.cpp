#include "searcher/formats/shown_json.hpp"

#include "searcher/formats/json_format.hpp"
#include "searcher/formats/json_writer.hpp"

namespace furat::formats {

std::string format_shown_json(const ShownPassage& shown, const ShowRequest& request) {
  JsonWriter out(2);
  out.object([&] {
    out.field("schema_version", kJsonSchemaVersion);
    out.field("passage", shown.passages[shown.at].passage);
    out.field("query", request.query);
    out.field("at", shown.at);
    out.field("article_passages", shown.article_passages);
    out.array_field("passages", shown.passages, [&](const Hit& hit) { put_hit(out, hit); });
  });
  return std::move(out).line_of_text();
}

}  // namespace furat::formats
