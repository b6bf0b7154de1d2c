#include "searcher/formats/request_json.hpp"

#include <utility>

#include "searcher/formats/request_fields.hpp"

namespace furat::formats {

namespace {

/// Writes one object: the field function of each_field().
class FieldWriter {
 public:
  template <class Value, class... Limits>
  void operator()(const char* key, const Value& value, const Limits&... limits) {
    json_[key] = written(value, limits...);
  }

  [[nodiscard]] Json object() && { return std::move(json_); }

 private:
  static Json written(bool truth) { return truth; }
  static Json written(std::size_t number, json::Range /*range*/) { return number; }
  static Json written(std::chrono::milliseconds time, json::Range /*range*/) {
    return time.count();
  }
  static Json written(const std::string& text) { return json_text(text); }
  static Json written(const std::string& text, json::Required /*unused*/) {
    return json_text(text);
  }
  template <class Value, std::size_t Size>
  static Json written(Value value, const json::Names<Value, Size>& names) {
    for (const auto& [name, named] : names)
      if (named == value) return name;
    return nullptr;
  }
  template <class Value, class... Limits>
  static Json written(const std::optional<Value>& value, const Limits&... limits) {
    return value ? written(*value, limits...) : Json(nullptr);
  }
  static Json written(const std::set<std::string>& texts) {
    return json_texts({texts.begin(), texts.end()});
  }
  template <class Value>
  static Json written(const std::vector<Value>& values) {
    auto array = Json::array();
    for (const auto& value : values) array.push_back(written(value));
    return array;
  }
  template <json::HasFields Value>
  static Json written(const Value& value) {
    return json_request(value);
  }

  Json json_ = Json::object();
};

}  // namespace

template <class Request>
Json json_request(const Request& request) {
  FieldWriter writer;
  each_field(request, writer);
  return std::move(writer).object();
}

template <class Request>
Request request_of_json(const Json& json, json::UnknownKeys unknown) {
  return json::read_object<Request>(json, unknown);
}

template <class Request>
Request request_of_text(std::string_view text) {
  return request_of_json<Request>(json::strict_json(text));
}

#define FURAT_REQUEST(Request)                                               \
  template Json json_request(const Request&);                                \
  template Request request_of_json<Request>(const Json&, json::UnknownKeys); \
  template Request request_of_text<Request>(std::string_view);

FURAT_REQUEST(SearchRequest)
FURAT_REQUEST(TimelineRequest)
FURAT_REQUEST(PivotRequest)
FURAT_REQUEST(ValuesRequest)
FURAT_REQUEST(FacetValuesRequest)
FURAT_REQUEST(SuggestRequest)
FURAT_REQUEST(ShowRequest)
FURAT_REQUEST(SimilarRequest)
FURAT_REQUEST(PassageRequest)

#undef FURAT_REQUEST

}  // namespace furat::formats
