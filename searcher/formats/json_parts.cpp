#include "searcher/formats/json_parts.hpp"

#include <utility>

#include "searcher/formats/json_format.hpp"
#include "searcher/formats/json_writer.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::formats {

Json json_text(std::string_view value) { return valid_utf8(value); }

Json json_text_or_null(std::string_view value) {
  return value.empty() ? Json(nullptr) : json_text(value);
}

Json json_texts(const std::vector<std::string>& values) {
  Json array = Json::array();
  for (const std::string& value : values) array.push_back(json_text(value));
  return array;
}

namespace {

Json suggestions_of(const SearchResults& results) {
  Json array = Json::array();
  for (const QuerySuggestion& suggestion : results.suggestions) {
    Json changes = Json::array();
    for (const WordCorrection& change : suggestion.changes)
      changes.push_back({{"from", json_text(change.from)},
                         {"to", json_text(change.to)},
                         {"start", change.span.begin},
                         {"end", change.span.end},
                         {"distance", change.distance},
                         {"passages", change.passages}});
    array.push_back({{"query", json_text(suggestion.query)}, {"changes", std::move(changes)}});
  }
  return array;
}

}  // namespace

Json json_counted(const Counted& counted) {
  return {{"passages", counted.passages}, {"articles", counted.articles}};
}

Json json_summary(const SearchResults& results, const SearchRequest& request) {
  Json matched_as = Json::array();
  for (const NameMatch& match : results.matched_as) {
    matched_as.push_back({{"text", json_text(match.text)},
                          {"ids", json_texts(match.ids)},
                          {"names", json_texts(match.names)},
                          {"tier", json_text(match.tier)},
                          {"spellings", json_texts(match.spellings)}});
  }
  return {{"schema_version", kJsonSchemaVersion},
          {"query", json_text(request.query)},
          {"total_passages", results.total_passages},
          {"total_articles", results.total_articles},
          {"total_stories", results.total_stories},
          {"total_unique", results.total_unique},
          {"fell_back_to_any", results.fell_back_to_any},
          {"matched_as", std::move(matched_as)},
          {"notes", json_texts(results.notes)},
          {"generation", json_text(results.generation)},
          {"suggestions", suggestions_of(results)},
          {"corrected_query", json_text_or_null(results.corrected_query)},
          {"related_words", json_texts(results.related_words)},
          {"missing_shards", json_texts(results.missing_shards)},
          {"stale_shards", json_texts(results.stale_shards)}};
}

std::string written(const Json& json, int indent) {
  JsonWriter out(indent);
  out.put(json);
  return std::move(out).line_of_text();
}

}  // namespace furat::formats
