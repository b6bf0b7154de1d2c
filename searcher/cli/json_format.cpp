#include "searcher/cli/json_format.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "searcher/cli/json_parts.hpp"
#include "searcher/cli/sanitize.hpp"

namespace furat::cli {
namespace {

Json number_or_null(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json spans(const std::vector<TextSpan>& marks) {
  Json array = Json::array();
  for (const TextSpan& mark : marks) array.push_back(Json::array({mark.begin, mark.end}));
  return array;
}

Json article_object(const ArticleInfo& article) {
  return {{"id", json_text(article.id)},
          {"title", json_text_or_null(article.title)},
          {"source", json_text_or_null(article.source)},
          {"author", json_text_or_null(article.author)},
          {"url", json_text_or_null(article.url)},
          {"published", json_text_or_null(article.published)},
          {"published_method", json_text_or_null(article.published_method)},
          {"file", json_text(article.file)}};
}

Json fragment_object(const SnippetFragment& fragment) {
  const MarkedText clean = valid_utf8(fragment.text, fragment.marks);
  return {{"text", clean.text},
          {"marks", spans(clean.marks)},
          {"start", fragment.bytes.begin},
          {"end", fragment.bytes.end}};
}

Json snippet_object(const Snippet& snippet) {
  const MarkedText clean = valid_utf8(snippet.text, snippet.marks);
  Json fragments = Json::array();
  for (const auto& fragment : snippet.fragments) fragments.push_back(fragment_object(fragment));
  return {{"text", clean.text},
          {"marks", spans(clean.marks)},
          {"cut_before", snippet.cut_before},
          {"cut_after", snippet.cut_after},
          {"fragments", std::move(fragments)}};
}

Json mention_object(const MentionInfo& mention) {
  Json object = {{"id", json_text(mention.id)},     {"name", json_text(mention.name)},
                 {"text", json_text(mention.text)}, {"start", mention.bytes.begin},
                 {"end", mention.bytes.end},        {"rule", json_text(mention.rule)}};
  if (mention.dimension == "place") object["role"] = json_text(mention.role);
  if (mention.dimension == "date") {
    object["first"] = json_text_or_null(mention.first);
    object["last"] = json_text_or_null(mention.last);
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
    array.push_back({{"passage", json_text(copy.passage)},
                     {"source", json_text_or_null(copy.source)},
                     {"published", json_text_or_null(copy.published)}});
  return array;
}

Json score_parts(const Hit& hit) {
  Json array = Json::array();
  for (const ScorePart& part : hit.score_parts)
    array.push_back({{"what", json_text(part.what)}, {"score", part.score}});
  return array;
}

Json hit_object(const Hit& hit) {
  return {{"rank", hit.rank},
          {"score", hit.score},
          {"passage", json_text(hit.passage)},
          {"article", article_object(hit.article)},
          {"file", json_text(hit.article.file)},
          {"line", hit.line},
          {"start", hit.bytes.begin},
          {"end", hit.bytes.end},
          {"page", hit.page == 0 ? Json(nullptr) : Json(hit.page)},
          {"heading", json_text_or_null(hit.heading)},
          {"text", json_text(hit.text)},
          {"snippet", snippet_object(hit.snippet)},
          {"title_marks", spans(valid_utf8(hit.article.title, hit.title_marks).marks)},
          {"heading_marks", spans(valid_utf8(hit.heading, hit.heading_marks).marks)},
          {"places", mentions(hit, "place")},
          {"dates", mentions(hit, "date")},
          {"actors", mentions(hit, "actor")},
          {"copies", hit.copies},
          {"first_copies", copies(hit)},
          {"passages_in_article", hit.passages_in_article},
          {"file_digest", json_text(hit.file_digest)},
          {"heading_size", hit.heading_size},
          {"score_parts", score_parts(hit)}};
}

Json facet_object(const FacetCounts& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"id", json_text(value.id)},
                      {"name", json_text(value.name)},
                      {"kind", json_text_or_null(value.kind)},
                      {"parent", json_text_or_null(value.parent)},
                      {"country", json_text_or_null(value.country)},
                      {"latitude", number_or_null(value.latitude)},
                      {"longitude", number_or_null(value.longitude)},
                      {"depth", value.depth},
                      {"passages", value.passages},
                      {"articles", value.articles},
                      {"precise", value.precise},
                      {"selected", value.selected},
                      {"stories", value.stories}});
  }
  return {{"total_values", facet.total_values},
          {"passages_without", facet.passages_without},
          {"values", std::move(values)},
          {"articles_without", facet.articles_without},
          {"stories_without", facet.stories_without}};
}

Json facets_object(const SearchResults& results) {
  Json object = Json::object();
  for (const FacetCounts& facet : results.facets) {
    object[valid_utf8(facet.dimension)] = facet_object(facet);
  }
  return object;
}

}  // namespace

Json json_hit(const Hit& hit) { return hit_object(hit); }

std::string format_json(const SearchResults& results, const SearchRequest& request) {
  Json object = json_summary(results, request);
  Json hits = Json::array();
  for (const Hit& hit : results.hits) hits.push_back(hit_object(hit));
  object["hits"] = std::move(hits);
  object["facets"] = facets_object(results);
  return written(object, 2);
}

std::string format_jsonl(const SearchResults& results, const SearchRequest& request) {
  std::string out;
  for (const Hit& hit : results.hits) out += written(hit_object(hit), -1);
  Json summary = json_summary(results, request);
  summary["facets"] = facets_object(results);
  return out + written({{"summary", std::move(summary)}}, -1);
}

}  // namespace furat::cli
