#include "searcher/cli/request_json.hpp"

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

template <class Value, std::size_t Size>
std::string name_in(const Names<Value, Size>& names, Value value) {
  for (const auto& [name, named] : names)
    if (named == value) return std::string(name);
  return {};
}

template <class Value, std::size_t Size>
void read_named(const Json& json, const char* key, const Names<Value, Size>& names, Value& value) {
  if (!json.contains(key)) return;
  const auto text = json.at(key).get<std::string>();
  for (const auto& [name, named] : names)
    if (name == text) {
      value = named;
      return;
    }
  throw std::runtime_error("'" + text + "' is no value of '" + key + "'");
}

template <class Value>
void read(const Json& json, const char* key, Value& value) {
  if (json.contains(key)) json.at(key).get_to(value);
}

void read(const Json& json, const char* key, std::optional<std::string>& value) {
  if (json.contains(key) && !json.at(key).is_null()) value = json.at(key).get<std::string>();
}

Json optional_text(const std::optional<std::string>& text) {
  return text ? json_text(*text) : Json(nullptr);
}

}  // namespace

Json json_request(const SearchRequest& request) {
  Json filters = Json::array();
  for (const auto& filter : request.filters)
    filters.push_back({{"dimension", json_text(filter.dimension)},
                       {"value", json_text(filter.value)},
                       {"exclude", filter.exclude}});
  return {{"query", json_text(request.query)},
          {"plain", request.plain},
          {"match", name_in(kMatch, request.match)},
          {"questions", request.questions},
          {"fall_back_to_any", request.fall_back_to_any},
          {"expand_names", request.expand_names},
          {"related", name_in(kRelated, request.related)},
          {"filters", std::move(filters)},
          {"date_mode", name_in(kDateMode, request.date_mode)},
          {"now", optional_text(request.now)},
          {"reported_by", optional_text(request.reported_by)},
          {"place_roles", request.place_roles},
          {"near", optional_text(request.near)},
          {"within", optional_text(request.within)},
          {"bbox", optional_text(request.bbox)},
          {"unique", request.unique},
          {"group", name_in(kGroup, request.group)},
          {"sort", name_in(kSort, request.sort)},
          {"offset", request.offset},
          {"limit", request.limit},
          {"facets", json_texts(request.facets)},
          {"facet_limit", request.facet_limit},
          {"drill_sideways", request.drill_sideways},
          {"snippet_chars", request.snippet_chars},
          {"explain", request.explain},
          {"totals", request.totals}};
}

SearchRequest request_of_json(const Json& json) {
  SearchRequest request;
  read(json, "query", request.query);
  read(json, "plain", request.plain);
  read_named(json, "match", kMatch, request.match);
  read(json, "questions", request.questions);
  read(json, "fall_back_to_any", request.fall_back_to_any);
  read(json, "expand_names", request.expand_names);
  read_named(json, "related", kRelated, request.related);
  if (json.contains("filters"))
    for (const auto& filter : json.at("filters"))
      request.filters.push_back({filter.at("dimension").get<std::string>(),
                                 filter.at("value").get<std::string>(),
                                 filter.at("exclude").get<bool>()});
  read_named(json, "date_mode", kDateMode, request.date_mode);
  read(json, "now", request.now);
  read(json, "reported_by", request.reported_by);
  read(json, "place_roles", request.place_roles);
  read(json, "near", request.near);
  read(json, "within", request.within);
  read(json, "bbox", request.bbox);
  read(json, "unique", request.unique);
  read_named(json, "group", kGroup, request.group);
  read_named(json, "sort", kSort, request.sort);
  read(json, "offset", request.offset);
  read(json, "limit", request.limit);
  read(json, "facets", request.facets);
  read(json, "facet_limit", request.facet_limit);
  read(json, "drill_sideways", request.drill_sideways);
  read(json, "snippet_chars", request.snippet_chars);
  read(json, "explain", request.explain);
  read(json, "totals", request.totals);
  return request;
}

}  // namespace furat::cli
