#include "searcher/cli/json_format.hpp"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/text/printable.hpp"
#include "searcher/cli/sanitize.hpp"

namespace furat::cli {
namespace {

using Json = nlohmann::ordered_json;

Json text(std::string_view value) { return valid_utf8(value); }

/// null for what is not known or not there.
Json text_or_null(std::string_view value) { return value.empty() ? Json(nullptr) : text(value); }

Json number_or_null(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json texts(const std::vector<std::string>& values) {
  Json array = Json::array();
  for (const std::string& value : values) array.push_back(text(value));
  return array;
}

Json spans(const std::vector<TextSpan>& marks) {
  Json array = Json::array();
  for (const TextSpan& mark : marks) array.push_back(Json::array({mark.begin, mark.end}));
  return array;
}

Json article_object(const ArticleInfo& article) {
  return {{"id", text(article.id)},
          {"title", text_or_null(article.title)},
          {"source", text_or_null(article.source)},
          {"author", text_or_null(article.author)},
          {"url", text_or_null(article.url)},
          {"published", text_or_null(article.published)},
          {"published_method", text_or_null(article.published_method)},
          {"file", text(article.file)}};
}

Json snippet_object(const Snippet& snippet) {
  const MarkedText clean = valid_utf8(snippet.text, snippet.marks);
  return {{"text", clean.text},
          {"marks", spans(clean.marks)},
          {"cut_before", snippet.cut_before},
          {"cut_after", snippet.cut_after}};
}

Json mention_object(const MentionInfo& mention) {
  Json object = {{"id", text(mention.id)},     {"name", text(mention.name)},
                 {"text", text(mention.text)}, {"start", mention.bytes.begin},
                 {"end", mention.bytes.end},   {"rule", text(mention.rule)}};
  if (mention.dimension == "place") object["role"] = text(mention.role);
  if (mention.dimension == "date") {
    object["first"] = text_or_null(mention.first);
    object["last"] = text_or_null(mention.last);
    object["flags"] = mention.flags;
  }
  return object;
}

Json mentions(const Hit& hit, std::string_view dimension) {
  Json array = Json::array();
  for (const MentionInfo& mention : hit.mentions) {
    if (mention.dimension == dimension) array.push_back(mention_object(mention));
  }
  return array;
}

Json copies(const Hit& hit) {
  Json array = Json::array();
  for (const CopyInfo& copy : hit.first_copies)
    array.push_back({{"passage", text(copy.passage)},
                     {"source", text_or_null(copy.source)},
                     {"published", text_or_null(copy.published)}});
  return array;
}

Json hit_object(const Hit& hit) {
  return {{"rank", hit.rank},
          {"score", hit.score},
          {"passage", text(hit.passage)},
          {"article", article_object(hit.article)},
          {"file", text(hit.article.file)},
          {"line", hit.line},
          {"start", hit.bytes.begin},
          {"end", hit.bytes.end},
          {"page", hit.page == 0 ? Json(nullptr) : Json(hit.page)},
          {"heading", text_or_null(hit.heading)},
          {"text", text(hit.text)},
          {"snippet", snippet_object(hit.snippet)},
          {"title_marks", spans(valid_utf8(hit.article.title, hit.title_marks).marks)},
          {"heading_marks", spans(valid_utf8(hit.heading, hit.heading_marks).marks)},
          {"places", mentions(hit, "place")},
          {"dates", mentions(hit, "date")},
          {"actors", mentions(hit, "actor")},
          {"copies", hit.copies},
          {"first_copies", copies(hit)},
          {"passages_in_article", hit.passages_in_article}};
}

Json facet_object(const FacetCounts& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"id", text(value.id)},
                      {"name", text(value.name)},
                      {"kind", text_or_null(value.kind)},
                      {"parent", text_or_null(value.parent)},
                      {"country", text_or_null(value.country)},
                      {"latitude", number_or_null(value.latitude)},
                      {"longitude", number_or_null(value.longitude)},
                      {"depth", value.depth},
                      {"passages", value.passages},
                      {"articles", value.articles},
                      {"precise", value.precise},
                      {"selected", value.selected}});
  }
  return {{"total_values", facet.total_values},
          {"passages_without", facet.passages_without},
          {"values", std::move(values)}};
}

Json summary_object(const SearchResults& results, const SearchRequest& request) {
  Json matched_as = Json::array();
  for (const NameMatch& match : results.matched_as) {
    matched_as.push_back({{"text", text(match.text)},
                          {"ids", texts(match.ids)},
                          {"names", texts(match.names)},
                          {"tier", text(match.tier)},
                          {"spellings", texts(match.spellings)}});
  }
  return {{"schema_version", kJsonSchemaVersion},
          {"query", text(request.query)},
          {"total_passages", results.total_passages},
          {"total_articles", results.total_articles},
          {"total_stories", results.total_stories},
          {"total_unique", results.total_unique},
          {"fell_back_to_any", results.fell_back_to_any},
          {"matched_as", std::move(matched_as)},
          {"notes", texts(results.notes)},
          {"generation", text(results.generation)}};
}

Json facets_object(const SearchResults& results) {
  Json object = Json::object();
  for (const FacetCounts& facet : results.facets) {
    object[valid_utf8(facet.dimension)] = facet_object(facet);
  }
  return object;
}

std::string written(const Json& json, int indent) {
  return analysis::printable_json(json.dump(indent)) + '\n';
}

}  // namespace

std::string format_json(const SearchResults& results, const SearchRequest& request) {
  Json object = summary_object(results, request);
  Json hits = Json::array();
  for (const Hit& hit : results.hits) hits.push_back(hit_object(hit));
  object["hits"] = std::move(hits);
  object["facets"] = facets_object(results);
  return written(object, 2);
}

std::string format_jsonl(const SearchResults& results, const SearchRequest& request) {
  std::string out;
  for (const Hit& hit : results.hits) out += written(hit_object(hit), -1);
  Json summary = summary_object(results, request);
  summary["facets"] = facets_object(results);
  return out + written({{"summary", std::move(summary)}}, -1);
}

}  // namespace furat::cli
