// Requests as JSON: what is written is read, what is not understood is refused by name, and the
// published schemas say the same as the code.
#include <fstream>
#include <string>

#include "furat/errors.hpp"
#include "tests/searcher/request_schema.hpp"
#include "tests/support/catch.hpp"

using namespace furat;
using namespace furat::formats;

namespace {

SearchRequest every_field_changed() {
  SearchRequest request;
  request.query = "captured \"al-Mayadin\"";
  request.plain = request.unique = request.explain = true;
  request.match = MatchMode::any;
  request.questions = request.fall_back_to_any = request.expand_names = false;
  request.related = RelatedWords::never;
  request.filters = {{"place", "دير الزور", true}, {"date", "2017-10", false}};
  request.date_mode = DateMode::contains;
  request.now = "2018-01-01";
  request.reported_by = "2017";
  request.place_roles = {"at", "says"};
  request.near = "35.0,40.4";
  request.within = "50km";
  request.bbox = "34,39,36,41";
  request.group = GroupBy::article;
  request.sort = SortBy::published;
  request.offset = 20;
  request.limit = 0;
  request.facets = {"actor", "place"};
  request.facet_limit = 3;
  request.drill_sideways = request.totals = false;
  request.snippet_chars = 120;
  request.snippet_fragments = 1;
  request.deadline = std::chrono::milliseconds(2500);
  return request;
}

template <class Request>
Request read_back(const Request& request) {
  return request_of_text<Request>(json_request(request).dump());
}

/// The argument and the text of the error.
template <class Request = SearchRequest>
std::pair<std::string, std::string> refused(const std::string& text) {
  try {
    (void)request_of_text<Request>(text);
  } catch (const RequestError& error) {
    return {error.argument(), error.text()};
  }
  return {"nothing", ""};
}

template <class Request = SearchRequest>
std::string argument_refused(const std::string& text) {
  return refused<Request>(text).first;
}

Json schema_in_docs(const std::string& name) {
  std::ifstream file(FURAT_SOURCE_DIR "/docs/json-schema/" + name + "-request.schema.json");
  auto schema = Json::parse(file);
  CHECK(schema.at("title").is_string());
  schema.erase("$schema");
  schema.erase("title");
  return schema;
}

/// Every property must be described; what is said is for people.
void take_descriptions(Json& schema) {
  for (auto& [key, property] : schema.at("properties").items()) {
    INFO(key);
    CHECK(!property.at("description").get<std::string>().empty());
    property.erase("description");
    if (property.contains("items") && property.at("items").contains("properties"))
      take_descriptions(property.at("items"));
  }
}

template <class Request>
void check_schema(const std::string& name) {
  INFO(name);
  auto schema = schema_in_docs(name);
  take_descriptions(schema);
  CHECK(schema.dump(2) == test::schema_of_request<Request>().dump(2));
}

}  // namespace

TEST_CASE("a request that says nothing is the default request") {
  CHECK(json_request(request_of_text<SearchRequest>("{}")) == json_request(SearchRequest()));
  CHECK(json_request(request_of_text<TimelineRequest>(" { } ")) == json_request(TimelineRequest()));
  CHECK(json_request(request_of_text<ValuesRequest>("{}")) == json_request(ValuesRequest()));
}

TEST_CASE("every field of a request comes back as it was written") {
  const auto search = every_field_changed();
  const auto defaults = json_request(SearchRequest());
  const auto written = json_request(search);
  for (const auto& [key, value] : defaults.items()) {
    INFO(key);
    CHECK(written.at(key) != value);
  }
  CHECK(json_request(read_back(search)) == written);
  CHECK(read_back(search).deadline == search.deadline);

  for (const auto& request : {TimelineRequest{search, Clock::published, TimeUnit::month, 7, 2},
                              TimelineRequest{search, Clock::date, std::nullopt, 1, 0}})
    CHECK(json_request(read_back(request)) == json_request(request));
  const PivotRequest pivot{search, "place", "year", true, CountOf::articles, 1, 0};
  CHECK(json_request(read_back(pivot)) == json_request(pivot));
  const ValuesRequest values{search, "place", "Raqqa", 1, 2, 3};
  CHECK(json_request(read_back(values)) == json_request(values));
  const FacetValuesRequest facet{search, "actor", "army", 0, ValueOrder::name};
  CHECK(json_request(read_back(facet)) == json_request(facet));
  const SuggestRequest suggest{"dei", 3, "place", search.deadline};
  CHECK(json_request(read_back(suggest)) == json_request(suggest));
  const ShowRequest show{"a#1", 4, true, "army", false, search.deadline};
  CHECK(json_request(read_back(show)) == json_request(show));
  const SimilarRequest similar{"a#1", search, true};
  CHECK(json_request(read_back(similar)) == json_request(similar));
  CHECK(read_back(PassageRequest{"a#1"}).passage == "a#1");
}

TEST_CASE("null takes an option back, and lists replace the default") {
  CHECK(!request_of_text<SearchRequest>(R"({"near": null, "timeout_ms": null})").near);
  CHECK(!request_of_text<TimelineRequest>(R"({"by": null})").by);
  CHECK(request_of_text<SearchRequest>(R"({"place_roles": []})").place_roles.empty());
  CHECK(request_of_text<SearchRequest>(R"({"filters": [{"dimension": "place", "value": "x"}]})")
            .filters.at(0)
            .exclude == false);
}

TEST_CASE("what is not understood is refused by the name of its key") {
  using Refusal = std::pair<std::string, std::string>;
  CHECK(refused(R"({"lmit": 1})") == Refusal("lmit", "lmit"));
  CHECK(refused(R"({"limit": -1})") == Refusal("limit", "-1"));
  CHECK(refused(R"({"limit": 1.5})") == Refusal("limit", "1.5"));
  CHECK(refused(R"({"limit": 4294967296})") == Refusal("limit", "4294967296"));
  CHECK(refused(R"({"limit": 99999999999999999999999})").first == "limit");
  CHECK(refused(R"({"limit": "10"})") == Refusal("limit", "10"));
  CHECK(refused(R"({"limit": null})") == Refusal("limit", "null"));
  CHECK(refused(R"({"timeout_ms": 86400001})") == Refusal("timeout_ms", "86400001"));
  CHECK(refused(R"({"plain": 1})") == Refusal("plain", "1"));
  CHECK(refused(R"({"query": ["a"]})") == Refusal("query", "array"));
  CHECK(argument_refused(R"({"query": "a\u0000b"})") == "query");
  CHECK(refused(R"({"sort": "size"})") == Refusal("sort", "size"));
  CHECK(argument_refused(R"({"sort": 1})") == "sort");
  CHECK(argument_refused(R"({"facets": "place"})") == "facets");
  CHECK(argument_refused(R"({"facets": ["place", 1]})") == "facets[1]");
  CHECK(argument_refused(R"({"place_roles": ["at", null]})") == "place_roles[1]");
  CHECK(argument_refused(R"({"filters": [{"dimension": "place"}]})") == "filters[0].value");
  CHECK(argument_refused(R"({"filters": [{"dimension": "place", "value": "x", "not": true}]})") ==
        "filters[0].not");
  CHECK(argument_refused<TimelineRequest>(R"({"search": {"filters": [1]}})") ==
        "search.filters[0]");
  CHECK(argument_refused<TimelineRequest>(R"({"query": "army"})") == "query");
  CHECK(argument_refused<PivotRequest>(R"({"rows": "place"})") == "columns");
  CHECK(argument_refused<ShowRequest>("{}") == "passage");
}

TEST_CASE("a refusal suggests what would have been understood") {
  const auto suggestions_for = [](const std::string& text) -> std::vector<std::string> {
    try {
      (void)request_of_text<SearchRequest>(text);
    } catch (const RequestError& error) {
      return error.suggestions();
    }
    return {"accepted"};
  };
  CHECK(suggestions_for(R"({"timeout": 1})").at(0) == "timeout_ms");
  CHECK(suggestions_for(R"({"filter": 1})").at(0) == "filters");
  CHECK(suggestions_for(R"({"zzz": 1})").empty());
  CHECK(suggestions_for(R"({"group": "x"})") == std::vector<std::string>{"passage", "article"});
}

TEST_CASE("a text that is no request is refused, whatever it holds") {
  const std::string nul("{}\0{}", 5);
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("nul"), std::string("{} {}"), nul,
        std::string("{\"query\": \"\xff\"}"), std::string(R"({"query": "\ud800"})"),
        std::string(R"({"limit": 1, "limit": 2})"), std::string(R"({"limit": 1e999})"),
        std::string("[]"), std::string("null"), std::string(R"({"": ""})"),
        std::string(100'000, '['), R"({"query": ")" + std::string(json::kLongestText, 'a') + "\"}",
        "{\"" + std::string(1000, 'k') + "\": 1}"}) {
    INFO(text.substr(0, 40));
    CHECK(argument_refused(text) == "request");
  }
  std::string keys = "{";
  for (int i = 0; i < 50'000; ++i) keys += "\"" + std::to_string(i) + "\":1,";
  CHECK(argument_refused(keys + "\"z\":1}") == "request");
  std::string facets = R"({"facets": [)";
  for (int i = 0; i < 2000; ++i) facets += "\"place\",";
  CHECK(argument_refused(facets + "\"place\"]}") == "facets");
}

TEST_CASE("the fault of a text that is no JSON has its byte") {
  try {
    (void)request_of_text<SearchRequest>(R"({"limit": x})");
    FAIL("was accepted");
  } catch (const RequestError& error) {
    CHECK(error.text() == R"({"limit": x})");
    CHECK(error.column() == 10);
  }
}

TEST_CASE("keys of a newer program may be passed over, but nothing else") {
  const auto passed_over = json::UnknownKeys::passed_over;
  const auto json = Json::parse(R"({"new": 1, "limit": 3, "filters": [
    {"dimension": "place", "value": "x", "new": 1}]})");
  CHECK(request_of_json<SearchRequest>(json, passed_over).limit == 3);
  CHECK_THROWS_AS(request_of_json<SearchRequest>(json), RequestError);
  CHECK_THROWS_AS(request_of_json<SearchRequest>(Json::parse(R"({"limit": "x"})"), passed_over),
                  RequestError);
}

TEST_CASE("the published schemas of requests say what the code takes") {
  check_schema<SearchRequest>("search");
  check_schema<TimelineRequest>("timeline");
  check_schema<PivotRequest>("pivot");
  check_schema<ValuesRequest>("values");
  check_schema<FacetValuesRequest>("facet-values");
  check_schema<SuggestRequest>("suggest");
  check_schema<ShowRequest>("show");
  check_schema<SimilarRequest>("similar");
  check_schema<PassageRequest>("passage");
}
