// The fields of each request: their keys in JSON and what may stand there. What reads requests,
// what writes them and the test of docs/json-schema all go by these tables. They are in the
// namespace of the requests, where index/json/read_fields.hpp looks for them.
#pragma once

#include "index/json/read_fields.hpp"
#include "searcher/formats/request_json.hpp"

namespace furat {

namespace request_words {

using json::Names;

inline constexpr Names<MatchMode, 2> kMatch{{{"all", MatchMode::all}, {"any", MatchMode::any}}};
inline constexpr Names<DateMode, 3> kDateMode{{{"overlap", DateMode::overlap},
                                               {"within", DateMode::within},
                                               {"contains", DateMode::contains}}};
inline constexpr Names<GroupBy, 2> kGroup{
    {{"passage", GroupBy::passage}, {"article", GroupBy::article}}};
inline constexpr Names<SortBy, 3> kSort{
    {{"relevance", SortBy::relevance}, {"date", SortBy::date}, {"published", SortBy::published}}};
inline constexpr Names<RelatedWords, 3> kRelated{{{"automatic", RelatedWords::automatic},
                                                  {"always", RelatedWords::always},
                                                  {"never", RelatedWords::never}}};
inline constexpr Names<Clock, 2> kClock{{{"date", Clock::date}, {"published", Clock::published}}};
inline constexpr Names<TimeUnit, 4> kTimeUnit{{{"decade", TimeUnit::decade},
                                               {"year", TimeUnit::year},
                                               {"month", TimeUnit::month},
                                               {"day", TimeUnit::day}}};
inline constexpr Names<CountOf, 2> kCountOf{
    {{"passages", CountOf::passages}, {"articles", CountOf::articles}}};
inline constexpr Names<ValueOrder, 2> kValueOrder{
    {{"count", ValueOrder::count}, {"name", ValueOrder::name}}};

inline constexpr json::Range kUpToAThousand{0, 1000};            // each is a row of the answer
inline constexpr json::Range kUpToADay{0, 24 * 60 * 60 * 1000};  // milliseconds

}  // namespace request_words

template <class Field>
void each_field(json::Of<Filter> auto& filter, Field& field) {
  field("dimension", filter.dimension, json::kRequired);
  field("value", filter.value, json::kRequired);
  field("exclude", filter.exclude);
}

template <class Field>
void each_field(json::Of<SearchRequest> auto& request, Field& field) {
  using namespace request_words;
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
  field("offset", request.offset, json::kAnyCount);
  field("limit", request.limit, json::kAnyCount);
  field("facets", request.facets);
  field("facet_limit", request.facet_limit, json::kAnyCount);
  field("drill_sideways", request.drill_sideways);
  field("snippet_chars", request.snippet_chars, json::kAnyCount);
  field("snippet_fragments", request.snippet_fragments, json::kAnyCount);
  field("explain", request.explain);
  field("totals", request.totals);
  field("timeout_ms", request.deadline, kUpToADay);
}

template <class Field>
void each_field(json::Of<TimelineRequest> auto& request, Field& field) {
  using namespace request_words;
  field("search", request.search);
  field("clock", request.clock, kClock);
  field("by", request.by, kTimeUnit);
  field("readable_rows", request.readable_rows, json::kAnyCount);
  field("longest_gap", request.longest_gap, kUpToAThousand);
}

template <class Field>
void each_field(json::Of<PivotRequest> auto& request, Field& field) {
  field("search", request.search);
  field("rows", request.rows, json::kRequired);
  field("columns", request.columns, json::kRequired);
  field("ancestors", request.ancestors);
  field("order", request.order, request_words::kCountOf);
  field("row_limit", request.row_limit, json::kAnyCount);
  field("column_limit", request.column_limit, json::kAnyCount);
}

template <class Field>
void each_field(json::Of<ValuesRequest> auto& request, Field& field) {
  field("search", request.search);
  field("dimension", request.dimension);
  field("name", request.name);
  field("limit", request.limit, json::kAnyCount);
  field("spellings", request.spellings, json::kAnyCount);
  field("neighbours", request.neighbours, json::kAnyCount);
}

template <class Field>
void each_field(json::Of<FacetValuesRequest> auto& request, Field& field) {
  field("search", request.search);
  field("dimension", request.dimension, json::kRequired);
  field("text", request.text);
  field("limit", request.limit, json::kAnyCount);
  field("order", request.order, request_words::kValueOrder);
}

template <class Field>
void each_field(json::Of<SuggestRequest> auto& request, Field& field) {
  field("prefix", request.prefix, json::kRequired);
  field("limit", request.limit, json::kAnyCount);
  field("dimension", request.dimension);
  field("timeout_ms", request.deadline, request_words::kUpToADay);
}

template <class Field>
void each_field(json::Of<ShowRequest> auto& request, Field& field) {
  field("passage", request.passage, json::kRequired);
  field("context", request.context, json::kAnyCount);
  field("article", request.article);
  field("query", request.query);
  field("expand_names", request.expand_names);
  field("timeout_ms", request.deadline, request_words::kUpToADay);
}

template <class Field>
void each_field(json::Of<SimilarRequest> auto& request, Field& field) {
  field("passage", request.passage, json::kRequired);
  field("search", request.search);
  field("copies", request.copies);
}

template <class Field>
void each_field(json::Of<PassageRequest> auto& request, Field& field) {
  field("passage", request.passage, json::kRequired);
  field("timeout_ms", request.deadline, request_words::kUpToADay);
}

}  // namespace furat
