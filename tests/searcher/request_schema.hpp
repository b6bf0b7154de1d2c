// The JSON Schema that the table of a request's fields amounts to.
#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searcher/formats/request_fields.hpp"

namespace furat::test {

using formats::Json;

/// A field function of each_field() that notes what may stand under each key.
class SchemaFields {
 public:
  template <class Value, class... Limits>
  void operator()(const char* key, const Value& value, const Limits&... limits) {
    properties_[key] = schema_of(value, limits...);
  }
  template <class Value>
  void operator()(const char* key, const Value& value, json::Required /*unused*/) {
    (*this)(key, value);
    required_.push_back(key);
  }

  /// The schema of an object with these fields; `defaults` is one with its defaults.
  [[nodiscard]] Json object(const Json& defaults) && {
    for (auto& [key, schema] : properties_.items())
      if (defaults.contains(key) && !schema.contains("$ref") && !is_required(key))
        schema["default"] = defaults.at(key);
    Json schema{{"type", "object"}, {"properties", std::move(properties_)}};
    if (!required_.empty()) schema["required"] = std::move(required_);
    schema["additionalProperties"] = false;
    return schema;
  }

 private:
  [[nodiscard]] bool is_required(const std::string& key) const {
    for (const auto& one : required_)
      if (one == key) return true;
    return false;
  }

  static Json schema_of(const std::string& /*unused*/) { return {{"type", "string"}}; }
  static Json schema_of(const bool& /*unused*/) { return {{"type", "boolean"}}; }
  template <class Number>
  requires std::is_unsigned_v<Number> || std::same_as<Number, std::chrono::milliseconds>
  static Json schema_of(const Number& /*unused*/, const json::Range& range) {
    return {{"type", "integer"}, {"minimum", range.least}, {"maximum", range.most}};
  }
  template <class Value, std::size_t Size>
  static Json schema_of(const Value& /*unused*/, const json::Names<Value, Size>& names) {
    auto words = Json::array();
    for (const auto& [word, value] : names) words.push_back(word);
    return {{"enum", std::move(words)}};
  }
  template <class Value, class... Limits>
  static Json schema_of(const std::optional<Value>& /*unused*/, const Limits&... limits) {
    auto schema = schema_of(Value(), limits...);
    if (schema.contains("enum"))
      schema["enum"].push_back(nullptr);
    else
      schema["type"] = Json::array({schema["type"], "null"});
    return schema;
  }
  static Json schema_of(const std::set<std::string>& /*unused*/) {
    return list_of({{"type", "string"}});
  }
  template <class Value>
  static Json schema_of(const std::vector<Value>& /*unused*/) {
    return list_of(schema_of(Value()));
  }
  static Json schema_of(const SearchRequest& /*unused*/) {
    return {{"$ref", "search-request.schema.json"}};
  }
  static Json schema_of(const Filter& filter) {
    SchemaFields fields;
    each_field(filter, fields);
    return std::move(fields).object({{"exclude", filter.exclude}});
  }
  static Json list_of(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}, {"maxItems", json::kLongestList}};
  }

  Json properties_ = Json::object(), required_ = Json::array();
};

template <class Request>
[[nodiscard]] Json schema_of_request() {
  const Request defaults;
  SchemaFields fields;
  each_field(defaults, fields);
  return std::move(fields).object(formats::json_request(defaults));
}

}  // namespace furat::test
