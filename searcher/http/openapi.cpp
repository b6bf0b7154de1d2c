#include "searcher/http/openapi.hpp"

#include "furat/version.hpp"
#include "searcher/formats/json_parts.hpp"
#include "searcher/http/page_files.hpp"
#include "searcher/http/routes.hpp"

namespace furat::http {
namespace {

using formats::Json;

constexpr std::string_view kSchemaSuffix = ".schema.json";
const std::string kSchemas = "#/components/schemas/";

const RequestOptions kUsual;

Json reference(const std::string& schema) { return {{"$ref", kSchemas + schema}}; }

/// What kind of value a parameter takes.
struct SchemaOf {
  const Parameter& parameter;

  Json operator()(std::vector<std::string> RequestOptions::* /*list*/) const {
    return {{"type", "array"}, {"items", {{"type", "string"}}}};
  }
  Json operator()(std::string RequestOptions::*member) const {
    auto schema = text();
    if (const auto& usual = kUsual.*member; !usual.empty()) schema["default"] = usual;
    return schema;
  }
  Json operator()(std::optional<std::string> RequestOptions::* /*text*/) const { return text(); }
  Json operator()(bool RequestOptions::* /*flag*/) const {
    return {{"type", "boolean"}, {"default", false}};
  }
  Json operator()(std::size_t RequestOptions::*member) const {
    Json number{{"type", "integer"}, {"minimum", 0}};
    Json schema = parameter.all ? Json{{"anyOf", {number, {{"const", "all"}}}}} : number;
    schema["default"] = kUsual.*member;
    return schema;
  }

 private:
  [[nodiscard]] Json text() const {
    Json schema{{"type", "string"}};
    if (!parameter.choices.empty()) schema["enum"] = parameter.choices;
    return schema;
  }
};

Json query_parameter(const Parameter& parameter) {
  Json object{{"name", parameter.name},
              {"in", "query"},
              {"description", parameter.meaning},
              {"schema", std::visit(SchemaOf{parameter}, parameter.target)}};
  if (parameter.required) object["required"] = true;
  return object;
}

Json format_parameter(const Route& route) {
  return {{"name", "format"},
          {"in", "query"},
          {"description", "How the answer is written"},
          {"schema",
           {{"type", "string"}, {"enum", route.formats}, {"default", route.formats.front()}}}};
}

Json parameters_of(const Route& route) {
  Json array = Json::array();
  if (route.pattern.find("{id}") != std::string_view::npos)
    array.push_back(
        {{"name", "id"},
         {"in", "path"},
         {"required", true},
         {"description", "Key of a passage (ARTICLE#2) or id of an article, percent-encoded"},
         {"schema", {{"type", "string"}}}});
  for (const auto* group : route.parameters)
    for (const auto& parameter : *group) array.push_back(query_parameter(parameter));
  if (route.formats.size() > 1) array.push_back(format_parameter(route));
  return array;
}

/// "text/csv" of "text/csv; charset=utf-8".
std::string media_type(std::string_view format) {
  const auto type = content_type_of(format);
  return std::string(type.substr(0, type.find(';')));
}

Json content_of(const Route& route) {
  Json content = Json::object();
  for (const auto& format : route.formats)
    content[media_type(format)] = {{"schema", format == "json"
                                                  ? reference(std::string(route.schema))
                                                  : Json{{"type", "string"}}}};
  return content;
}

Json error_response(const char* description) {
  return {{"description", description},
          {"content", {{"application/json", {{"schema", reference("error")}}}}}};
}

Json responses_of(const Route& route) {
  Json responses{{"200",
                  {{"description", "The answer"},
                   {"headers",
                    {{"ETag",
                      {{"description", "Of the generation of the index; for If-None-Match"},
                       {"schema", {{"type", "string"}}}}}}},
                   {"content", content_of(route)}}},
                 {"304", {{"description", "The generation is still the one of If-None-Match"}}},
                 {"400", error_response("A parameter is wrong; the error says which")},
                 {"401", error_response("The token is missing or wrong")}};
  if (route.pattern.find("{id}") != std::string_view::npos)
    responses["404"] = error_response("There is no such passage");
  responses["421"] = error_response("The host is none of this server");
  responses["503"] = error_response("Too busy; Retry-After says when to come again");
  responses["504"] = error_response("The answer took longer than it may");
  return responses;
}

/// The format alone: what is asked is in the body.
Json post_of(const Route& route) {
  Json format = Json::array();
  if (route.formats.size() > 1) format.push_back(format_parameter(route));
  const auto schema = reference(std::string(route.request_schema));
  return {{"summary", std::string(route.summary) + ", asked in JSON"},
          {"parameters", std::move(format)},
          {"requestBody",
           {{"required", true}, {"content", {{"application/json", {{"schema", schema}}}}}}},
          {"responses", responses_of(route)}};
}

Json paths() {
  Json object = Json::object();
  for (const auto& route : routes()) {
    auto& path = object[std::string(route.pattern)];
    path["get"] = {{"summary", route.summary},
                   {"parameters", parameters_of(route)},
                   {"responses", responses_of(route)}};
    if (!route.request_schema.empty()) path["post"] = post_of(route);
  }
  return object;
}

/// "#/$defs/hit" of its own, "search-request.schema.json" of another file.
std::string moved(const std::string& target, const std::string& root) {
  if (target.starts_with('#')) return root + target.substr(1);
  return kSchemas + target.substr(0, target.size() - kSchemaSuffix.size());
}

/// In this document each schema is one of several.
void move_references(Json& json, const std::string& root) {  // NOLINT(misc-no-recursion)
  for (auto& [key, value] : json.items()) {
    if (key == "$ref" && value.is_string())
      value = moved(value.get<std::string>(), root);
    else if (value.is_structured())
      move_references(value, root);
  }
}

Json schemas() {
  Json object = Json::object();
  for (const auto& file : embedded_schemas()) {
    const std::string name(file.name.substr(0, file.name.size() - kSchemaSuffix.size()));
    auto schema = Json::parse(file.contents);
    move_references(schema, kSchemas + name);
    object[name] = std::move(schema);
  }
  return object;
}

Json document() {
  return {{"openapi", "3.1.0"},
          {"info",
           {{"title", "Furat"},
            {"description",
             "Searches an archive of articles: ranked passages, exact facet counts, timelines, "
             "tables. Answers are those of furat-search --format json; docs/http-api.md."},
            {"version", version()}}},
          {"paths", paths()},
          {"components",
           {{"schemas", schemas()},
            {"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}}}},
          {"security", {{{"token", Json::array()}}, Json::object()}}};
}

}  // namespace

const std::string& openapi_document() {
  static const auto text = formats::written(document(), 2);
  return text;
}

}  // namespace furat::http
