#include "searcher/http/routes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/text/ascii.hpp"
#include "searcher/cli/markdown_format.hpp"
#include "searcher/formats/completions_json.hpp"
#include "searcher/formats/csv_format.hpp"
#include "searcher/formats/facet_values_data.hpp"
#include "searcher/formats/geojson_format.hpp"
#include "searcher/formats/index_json.hpp"
#include "searcher/formats/json_format.hpp"
#include "searcher/formats/pivot_data.hpp"
#include "searcher/formats/request_json.hpp"
#include "searcher/formats/shown_json.hpp"
#include "searcher/formats/timeline_data.hpp"
#include "searcher/formats/values_data.hpp"
#include "searcher/formats/why_json.hpp"
#include "searcher/http/answers.hpp"

namespace furat::http {
namespace {

using formats::Separator;

Answer answer_of(const Call& call, std::string&& body) {
  return {200, std::string(content_type_of(call.format)), std::move(body)};
}

/// Names as a list in a header field, percent-encoded: they may be of another machine.
std::string listed(const std::vector<std::string>& names) {
  constexpr std::string_view kPlain = "-._~:/";
  std::string out;
  for (const auto& name : names) {
    if (!out.empty()) out += ", ";
    for (const char c : name)
      if (analysis::is_ascii_letter(c) || analysis::is_ascii_digit(c) ||
          kPlain.find(c) != std::string_view::npos)
        out += c;
      else
        out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

/// Tables have no place for what shards are missing.
Answer counted_answer(const Call& call, const SearchResults& results, std::string&& body) {
  auto answer = answer_of(call, std::move(body));
  if (!results.missing_shards.empty())
    answer.headers.emplace_back("Furat-Missing-Shards", listed(results.missing_shards));
  if (!results.stale_shards.empty())
    answer.headers.emplace_back("Furat-Stale-Shards", listed(results.stale_shards));
  return answer;
}

/// Nor for totals, and no list is cut silently.
Answer hits_answer(const Call& call, const SearchResults& results, std::string&& body) {
  auto answer = counted_answer(call, results, std::move(body));
  answer.headers.emplace_back("Furat-Total-Hits", std::to_string(results.total_hits));
  answer.headers.emplace_back("Furat-Hits", std::to_string(results.hits.size()));
  return answer;
}

/// Within what the server gives. `request`: whatever has a deadline and may be stopped.
template <class Asked>
void limit(const Call& call, Asked& request) {
  const auto most = call.limits.request;
  if (request.deadline.value_or(most) > most)
    throw RequestError(fmt::format("an answer may take {} ms here", most.count()), "timeout",
                       call.options.timeout.value_or(""));
  request.deadline = std::min(request.deadline.value_or(most), call.time_left());
  request.stop = call.stop;
}

void limit_hits(const Call& call, SearchRequest& request) {
  limit(call, request);
  if (request.limit == kAllHits) request.limit = call.limits.hits;
  if (request.limit > call.limits.hits)
    throw RequestError(fmt::format("at most {} hits are given at once", call.limits.hits), "limit",
                       std::to_string(request.limit));
  if (call.format == "geojson") formats::ask_for_places(request);
}

/// What the body of the call asks, if it has one, else what its options do.
template <class Request, class FromOptions>
Request asked(const Call& call, FromOptions from_options) {
  return call.body ? formats::request_of_text<Request>(*call.body) : from_options();
}

std::string formatted(const Call& call, const SearchResults& results,
                      const SearchRequest& request) {
  if (call.format == "jsonl") return formats::format_jsonl(results, request);
  if (call.format == "csv") return formats::format_csv(results, Separator::comma);
  if (call.format == "tsv") return formats::format_csv(results, Separator::tab);
  if (call.format == "geojson") return formats::format_geojson(results, request);
  if (call.format == "markdown") return cli::format_markdown(results, request);
  return formats::format_json(results, request);
}

Answer search(const Call& call) {
  auto request = asked<SearchRequest>(
      call, [&] { return requests::request_of(call.options, call.options.query); });
  limit_hits(call, request);
  const auto results = call.searcher.search(request);
  return hits_answer(call, results, formatted(call, results, request));
}

Answer similar(const Call& call) {
  SimilarRequest request{call.options.passage, requests::request_of(call.options, ""),
                         call.options.copies};
  limit_hits(call, request.search);
  const auto results = call.searcher.similar(request);
  return hits_answer(call, results, formatted(call, results, request.search));
}

Answer facets(const Call& call) {
  auto request = asked<FacetValuesRequest>(
      call, [&] { return requests::facet_request_of(call.options, call.options.name); });
  limit(call, request.search);
  const auto results = call.searcher.facet_values(request);
  if (call.format == "json")
    return counted_answer(call, results.matched,
                          formats::format_facet_values_json(results, request));
  const auto separator = call.format == "csv" ? Separator::comma : Separator::tab;
  return counted_answer(call, results.matched,
                        formats::format_facet_values_csv(results, request, separator));
}

Answer timeline(const Call& call) {
  auto request = asked<TimelineRequest>(
      call, [&] { return requests::timeline_request_of(call.options, call.options.query); });
  limit(call, request.search);
  const auto results = call.searcher.timeline(request);
  return counted_answer(call, results.matched,
                        call.format == "csv" ? formats::format_timeline_csv(results)
                                             : formats::format_timeline_json(results, request));
}

Answer pivot(const Call& call) {
  auto request = asked<PivotRequest>(
      call, [&] { return requests::pivot_request_of(call.options, call.options.query); });
  limit(call, request.search);
  const auto results = call.searcher.pivot(request);
  return counted_answer(call, results.matched,
                        call.format == "csv" ? formats::format_pivot_csv(results, request)
                                             : formats::format_pivot_json(results, request));
}

Answer values(const Call& call, const char* dimension) {
  auto request = asked<ValuesRequest>(call, [&] {
    return requests::values_request_of(call.options, dimension, call.options.name);
  });
  request.dimension = dimension;
  limit(call, request.search);
  const auto results = call.searcher.values(request);
  return counted_answer(call, results.matched,
                        call.format == "csv" ? formats::format_values_csv(results)
                                             : formats::format_values_json(results, request));
}

Answer actors(const Call& call) { return values(call, "actor"); }
Answer places(const Call& call) { return values(call, "place"); }

Answer suggest(const Call& call) {
  auto request = asked<SuggestRequest>(
      call, [&] { return requests::suggest_request_of(call.options, call.options.name); });
  limit(call, request);
  return answer_of(call, formats::format_completions_json(call.searcher.suggest(request), request));
}

Answer shown(const Call& call, ShowRequest request) {
  limit(call, request);
  return answer_of(call, formats::format_shown_json(call.searcher.show(request), request));
}

Answer passage(const Call& call) { return shown(call, requests::show_request_of(call.options)); }

Answer article(const Call& call) {
  auto request = requests::show_request_of(call.options);
  request.passage += "#1";
  request.article = true;
  return shown(call, std::move(request));
}

Answer why(const Call& call) {
  const PassageRequest request{call.options.passage, call.limits.request, call.stop};
  return answer_of(call, formats::format_why_json(call.searcher.passage(request)));
}

Answer index_info(const Call& call) {
  return answer_of(call, formats::format_index_json(call.searcher.info(call.time_left())));
}

std::vector<Route> all_routes() {
  const auto* const matching = &matching_parameters();
  const std::vector<std::string_view> only_json{"json"}, table{"json", "csv"};
  const std::vector<std::string_view> of_hits{"json", "jsonl", "csv", "tsv", "markdown", "geojson"};
  return {
      {"/api/search",
       "Ranked passages with snippets, totals and facet counts",
       {matching, &hit_parameters(), &facet_count_parameters(), &explain_parameters()},
       of_hits,
       "search-results",
       "search-request",
       search},
      {"/api/facets",
       "The values of a facet, searched by name",
       {matching, &facet_value_parameters()},
       {"json", "csv", "tsv"},
       "facet-values",
       "facet-values-request",
       facets},
      {"/api/timeline",
       "The matching passages over time",
       {matching, &timeline_parameters()},
       table,
       "timeline",
       "timeline-request",
       timeline},
      {"/api/pivot",
       "The matching passages as a table of two dimensions",
       {matching, &pivot_parameters()},
       table,
       "pivot",
       "pivot-request",
       pivot},
      {"/api/actors",
       "Actors: spellings, times, neighbours",
       {matching, &values_parameters()},
       table,
       "values",
       "values-request",
       actors},
      {"/api/places",
       "Places likewise",
       {matching, &values_parameters()},
       table,
       "values",
       "values-request",
       places},
      {"/api/suggest",
       "Completions of names and words",
       {&suggest_parameters()},
       only_json,
       "completions",
       "suggest-request",
       suggest},
      {"/api/passages/{id}",
       "A passage among its neighbours",
       {&context_parameters(), &mark_parameters()},
       only_json,
       "shown-passage",
       "",
       passage},
      {"/api/passages/{id}/why",
       "Why a passage has its places, dates and actors",
       {},
       only_json,
       "why",
       "",
       why},
      {"/api/passages/{id}/similar",
       "Passages like this one",
       {matching, &hit_parameters(), &similar_parameters(), &facet_count_parameters()},
       of_hits,
       "search-results",
       "",
       similar},
      {"/api/articles/{id}",
       "A whole article",
       {&mark_parameters()},
       only_json,
       "shown-passage",
       "",
       article},
      {"/api/index", "What index is served", {}, only_json, "index-info", "", index_info},
  };
}

/// Whether the segments are those of the pattern; `id` becomes what stands for {id}.
bool fits(const std::vector<std::string>& path, std::string_view pattern, std::string& id) {
  pattern.remove_prefix(1);
  for (const auto& segment : path) {
    const auto end = pattern.find('/');
    const auto wanted = pattern.substr(0, end);
    if (wanted == "{id}")
      id = segment;
    else if (wanted != segment)
      return false;
    const bool last = end == std::string_view::npos;
    if (last != (&segment == &path.back())) return false;
    if (!last) pattern.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace

std::span<const Route> routes() {
  static const auto table = all_routes();
  return table;
}

std::chrono::milliseconds Call::time_left() const {
  using std::chrono::milliseconds;
  const auto gone =
      std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begun);
  return std::max(milliseconds(1), limits.request - gone);
}

std::string_view content_type_of(std::string_view format) {
  if (format == "jsonl") return "application/jsonl; charset=utf-8";
  if (format == "csv") return "text/csv; charset=utf-8; header=present";
  if (format == "tsv") return "text/tab-separated-values; charset=utf-8";
  if (format == "markdown") return "text/markdown; charset=utf-8";
  if (format == "geojson") return "application/geo+json";
  return kJsonType;
}

RouteMatch route_for(const std::vector<std::string>& path) {
  for (const auto& route : routes())
    if (RouteMatch match; fits(path, route.pattern, match.id)) {
      match.route = &route;
      return match;
    }
  return {};
}

}  // namespace furat::http
