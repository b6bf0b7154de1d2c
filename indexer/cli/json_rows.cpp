#include "indexer/cli/json_rows.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "analysis/text/printable.hpp"

namespace furat::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& row) {
  return analysis::printable_json(row.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

template <class Number>
Json number_or_null(const std::optional<Number>& number) {
  return number ? Json(*number) : Json();
}

void add_place_keys(Json& row, const MentionPreview& mention) {
  row["lat"] = number_or_null(mention.latitude);
  row["lon"] = number_or_null(mention.longitude);
  row["geonameid"] = number_or_null(mention.geonameid);
  row["country"] = text_or_null(mention.country);
  row["kind"] = mention.kind;
  row["role"] = mention.role;
  row["path"] = mention.path;
}

void add_date_keys(Json& row, const MentionPreview& mention) {
  row["first"] = text_or_null(mention.first);
  row["last"] = text_or_null(mention.last);
  row["granularity"] = mention.granularity;
  row["flags"] = mention.flags;
  row["anchor"] = text_or_null(mention.anchor);
}

void add_why_keys(Json& row, const MentionPreview& mention) {
  row["line"] = mention.line;
  row["reason"] = text_or_null(mention.reason);
  row["candidates"] = Json::array();
  for (const auto& candidate : mention.candidates)
    row["candidates"].push_back({{"id", candidate.id},
                                 {"name", candidate.name},
                                 {"score", candidate.score},
                                 {"chosen", candidate.chosen}});
}

void add_actor_keys(Json& row, const MentionPreview& mention) {
  row["kind"] = mention.kind;
  row["path"] = mention.path;
}

}  // namespace

std::string json_row(const PassagePreview& passage) {
  return line_of({{"file", passage.file},
                  {"article", passage.article},
                  {"passage", passage.number},
                  {"start", passage.start},
                  {"end", passage.end},
                  {"title", passage.title},
                  {"heading", passage.heading},
                  {"text", passage.text},
                  {"page", passage.page == 0 ? Json() : Json(passage.page)}});
}

std::string json_row(const MentionPreview& mention, bool why) {
  Json row{{"file", mention.file}, {"article", mention.article}, {"passage", mention.passage},
           {"type", mention.type}, {"start", mention.start},     {"end", mention.end},
           {"text", mention.text}, {"value", mention.value},     {"name", mention.name},
           {"rule", mention.rule}};
  if (mention.type == "place") add_place_keys(row, mention);
  if (mention.type == "date") add_date_keys(row, mention);
  if (mention.type == "actor") add_actor_keys(row, mention);
  if (why) add_why_keys(row, mention);
  return line_of(row);
}

std::string json_row(const ValueChange& change) {
  constexpr std::array kKinds{"changed", "added", "removed"};
  return line_of({{"passage", change.passage},
                  {"file", change.file},
                  {"kind", kKinds[static_cast<std::size_t>(change.kind)]},
                  {"lost", change.lost},
                  {"gained", change.gained}});
}

std::string json_row(const MetadataPreview& metadata) {
  return line_of({{"file", metadata.file},
                  {"title", text_or_null(metadata.title)},
                  {"published", text_or_null(metadata.published)},
                  {"published_method", text_or_null(metadata.published_method)},
                  {"source", text_or_null(metadata.source)},
                  {"author", text_or_null(metadata.author)},
                  {"url", text_or_null(metadata.url)}});
}

}  // namespace furat::cli
