#include "searcher/cli/request_json.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace furat::cli {
namespace {

template <class Value, std::size_t Size>
using Names = std::array<std::pair<std::string_view, Value>, Size>;

constexpr Names<MatchMode, 2> kMatch{{{"all", MatchMode::all}, {"any", MatchMode::any}}};
constexpr Names<DateMode, 3> kDateMode{{{"overlap", DateMode::overlap},
                                        {"within", DateMode::within},
                                        {"contains", DateMode::contains}}};
constexpr Names<GroupBy, 2> kGroup{{{"passage", GroupBy::passage}, {"article", GroupBy::article}}};
constexpr Names<SortBy, 3> kSort{
    {{"relevance", SortBy::relevance}, {"date", SortBy::date}, {"published", SortBy::published}}};

constexpr Names<RelatedWords, 3> kRelated{{{"automatic", RelatedWords::automatic},
                                           {"always", RelatedWords::always},
                                           {"never", RelatedWords::never}}};

/// Calls `field` with each key, its member and, for those of few values, their names.
template <class Request, class Field>
void each_field(Request& request, Field field) {
  field("query", request.query);
  field("plain", request.plain);
  field("match", request.match, kMatch);
  field("questions", request.questions);
  field("fall_back_to_any", request.fall_back_to_any);
  field("expand_names", request.expand_names);
  field("related", request.related, kRelated);
  field("filters", request.filters);
  field("date_mode", request.date_mode, kDateMode);
  field("now", request.now);
  field("reported_by", request.reported_by);
  field("place_roles", request.place_roles);
  field("near", request.near);
  field("within", request.within);
  field("bbox", request.bbox);
  field("unique", request.unique);
  field("group", request.group, kGroup);
  field("sort", request.sort, kSort);
  field("offset", request.offset);
  field("limit", request.limit);
  field("facets", request.facets);
  field("facet_limit", request.facet_limit);
  field("drill_sideways", request.drill_sideways);
  field("snippet_chars", request.snippet_chars);
  field("explain", request.explain);
  field("totals", request.totals);
}

class Writer {
 public:
  explicit Writer(Json& json) : json_(json) {}

  template <class Value>
  void operator()(const char* key, const Value& value) const {
    json_[key] = value;
  }
  template <class Value, std::size_t Size>
  void operator()(const char* key, Value value, const Names<Value, Size>& names) const {
    for (const auto& [name, named] : names)
      if (named == value) json_[key] = std::string(name);
  }
  void operator()(const char* key, const std::string& text) const { json_[key] = json_text(text); }
  void operator()(const char* key, const std::optional<std::string>& text) const {
    json_[key] = text ? json_text(*text) : Json(nullptr);
  }
  void operator()(const char* key, const std::vector<std::string>& texts) const {
    json_[key] = json_texts(texts);
  }
  void operator()(const char* key, const std::vector<Filter>& filters) const {
    auto array = Json::array();
    for (const auto& filter : filters)
      array.push_back({{"dimension", json_text(filter.dimension)},
                       {"value", json_text(filter.value)},
                       {"exclude", filter.exclude}});
    json_[key] = std::move(array);
  }

 private:
  Json& json_;
};

/// What is missing stays as it is.
class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {}

  template <class Value>
  void operator()(const char* key, Value& value) const {
    if (json_.contains(key)) json_.at(key).get_to(value);
  }
  template <class Value, std::size_t Size>
  void operator()(const char* key, Value& value, const Names<Value, Size>& names) const {
    if (!json_.contains(key)) return;
    const auto text = json_.at(key).template get<std::string>();
    const auto* named = std::find_if(names.begin(), names.end(),
                                     [&](const auto& entry) { return entry.first == text; });
    if (named == names.end())
      throw std::runtime_error("'" + text + "' is no value of '" + key + "'");
    value = named->second;
  }
  void operator()(const char* key, std::optional<std::string>& text) const {
    if (json_.contains(key) && !json_.at(key).is_null()) text = json_.at(key).get<std::string>();
  }
  void operator()(const char* key, std::vector<Filter>& filters) const {
    if (!json_.contains(key)) return;
    for (const auto& filter : json_.at(key))
      filters.push_back({filter.at("dimension").get<std::string>(),
                         filter.at("value").get<std::string>(), filter.at("exclude").get<bool>()});
  }

 private:
  const Json& json_;
};

}  // namespace

Json json_request(const SearchRequest& request) {
  Json json;
  each_field(request, Writer(json));
  return json;
}

SearchRequest request_of_json(const Json& json) {
  SearchRequest request;
  each_field(request, Reader(json));
  return request;
}

}  // namespace furat::cli
