#include "searcher/requests/request_options.hpp"

#include <sstream>

#include "searcher/formats/time_words.hpp"
#include "searcher/requests/duration.hpp"

namespace furat::requests {

using formats::unit_named;

namespace {

void add_filters(SearchRequest& request, const char* dimension,
                 const std::vector<std::string>& values, bool exclude) {
  for (const auto& value : values) request.filters.push_back({dimension, value, exclude});
}

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> result;
  std::istringstream parts(list);
  for (std::string part; std::getline(parts, part, ',');)
    if (!part.empty()) result.push_back(part);
  return result;
}

std::vector<std::string> facets_of(const std::string& list) {
  auto facets = parts_of(list);
  std::erase(facets, "none");
  return facets;
}

std::set<std::string> roles_of(const std::string& list) {
  const auto roles = parts_of(list);
  return {roles.begin(), roles.end()};
}

}  // namespace

SearchRequest request_of(const RequestOptions& options, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.plain = options.plain;
  request.match = options.match == "any" ? MatchMode::any : MatchMode::all;
  request.questions = options.match == "auto";
  request.expand_names = options.spelling != "exact";
  if (options.related == "always") request.related = RelatedWords::always;
  if (options.related == "never") request.related = RelatedWords::never;
  request.group = options.group == "article" ? GroupBy::article : GroupBy::passage;
  request.place_roles = roles_of(options.place_roles);
  if (options.date_mode == "within") request.date_mode = DateMode::within;
  if (options.date_mode == "contains") request.date_mode = DateMode::contains;
  request.now = options.now;
  request.reported_by = options.reported_by;
  request.near = options.near;
  request.within = options.within;
  request.bbox = options.bbox;
  request.unique = options.unique;
  request.explain = options.explain;
  if (options.sort == "date") request.sort = SortBy::date;
  if (options.sort == "published") request.sort = SortBy::published;
  request.offset = options.offset;
  request.limit = options.limit;
  request.facet_limit = options.facet_limit;
  request.facets = facets_of(options.facets);
  if (options.timeout) request.deadline = parse_duration(*options.timeout);
  for (const bool exclude : {false, true}) {
    add_filters(request, "place", exclude ? options.not_place : options.place, exclude);
    add_filters(request, "actor", exclude ? options.not_actor : options.actor, exclude);
    add_filters(request, "date", exclude ? options.not_date : options.date, exclude);
    add_filters(request, "published", exclude ? options.not_published : options.published, exclude);
    add_filters(request, "source", exclude ? options.not_source : options.source, exclude);
    add_filters(request, "kind", exclude ? options.not_kind : options.kind, exclude);
  }
  return request;
}

TimelineRequest timeline_request_of(const RequestOptions& options, const std::string& query) {
  TimelineRequest request;
  request.search = request_of(options, query);
  request.clock = options.clock == "published" ? Clock::published : Clock::date;
  request.by = unit_named(options.by);
  return request;
}

PivotRequest pivot_request_of(const RequestOptions& options, const std::string& query) {
  PivotRequest request;
  request.search = request_of(options, query);
  request.rows = options.rows;
  request.columns = options.columns;
  request.ancestors = options.ancestors;
  request.order = options.count == "articles" ? CountOf::articles : CountOf::passages;
  request.row_limit = options.row_limit;
  request.column_limit = options.column_limit;
  return request;
}

ValuesRequest values_request_of(const RequestOptions& options, const std::string& dimension,
                                const std::string& name) {
  ValuesRequest request;
  request.search = request_of(options, options.query);
  request.dimension = dimension;
  request.name = name;
  request.limit = options.values;
  request.spellings = options.spellings;
  request.neighbours = options.neighbours;
  return request;
}

FacetValuesRequest facet_request_of(const RequestOptions& options, const std::string& text) {
  FacetValuesRequest request;
  request.search = request_of(options, options.query);
  request.dimension = options.dimension;
  request.text = text;
  request.limit = options.values;
  request.order = options.order == "name" ? ValueOrder::name : ValueOrder::count;
  return request;
}

ShowRequest show_request_of(const RequestOptions& options) {
  ShowRequest request;
  request.passage = options.passage;
  request.context = options.context;
  request.article = options.whole_article;
  request.query = options.query;
  request.expand_names = options.spelling != "exact";
  return request;
}

SuggestRequest suggest_request_of(const RequestOptions& options, const std::string& prefix) {
  SuggestRequest request;
  request.prefix = prefix;
  request.limit = options.limit;
  request.dimension = options.dimension;
  return request;
}

}  // namespace furat::requests
