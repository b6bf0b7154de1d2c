#include "searcher/formats/why_json.hpp"

#include <utility>

#include "searcher/formats/json_parts.hpp"

namespace furat::formats {
namespace {

Json candidates_of(const MentionInfo& mention) {
  Json array = Json::array();
  for (const auto& candidate : mention.candidates)
    array.push_back({{"id", json_text(candidate.id)},
                     {"name", json_text(candidate.name)},
                     {"score", candidate.score},
                     {"chosen", candidate.chosen}});
  return array;
}

Json mention_object(const MentionInfo& mention) {
  return {{"type", json_text(mention.dimension)},
          {"text", json_text(mention.text)},
          {"start", mention.bytes.begin},
          {"end", mention.bytes.end},
          {"value", json_text(mention.id)},
          {"name", json_text(mention.name)},
          {"role", json_text_or_null(mention.role)},
          {"first", json_text_or_null(mention.first)},
          {"last", json_text_or_null(mention.last)},
          {"flags", mention.flags},
          {"rule", json_text(mention.rule)},
          {"reason", json_text_or_null(mention.reason)},
          {"score", mention.score ? Json(*mention.score) : Json(nullptr)},
          {"candidates", candidates_of(mention)}};
}

}  // namespace

std::string format_why_json(const Hit& passage) {
  Json mentions = Json::array();
  for (const auto& mention : passage.mentions) mentions.push_back(mention_object(mention));
  const Json object = {{"passage", json_text(passage.passage)},
                       {"article", json_text(passage.article.id)},
                       {"title", json_text_or_null(passage.article.title)},
                       {"file", json_text(passage.article.file)},
                       {"line", passage.line},
                       {"start", passage.bytes.begin},
                       {"end", passage.bytes.end},
                       {"page", passage.page == 0 ? Json(nullptr) : Json(passage.page)},
                       {"text", json_text(passage.text)},
                       {"mentions", std::move(mentions)}};
  return written(object, 2);
}

}  // namespace furat::formats
