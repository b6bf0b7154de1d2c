// What programs get to see of an answer: JSON, CSV and TREC runs of results made by hand.
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "searcher/formats/csv_format.hpp"
#include "searcher/formats/json_format.hpp"
#include "searcher/formats/trec_format.hpp"
#include "tests/searcher/handmade_results.hpp"

namespace furat::cli {

using namespace formats;

namespace {

using nlohmann::json;

TEST_CASE("the JSON object has what the schema names and nothing else") {
  std::ifstream file(FURAT_SOURCE_DIR "/docs/json-schema/search-results.schema.json");
  REQUIRE(file);
  const json schema = json::parse(file);
  const auto keys = [](const json& object) {
    std::set<std::string> names;
    for (const auto& [name, value] : object.items()) names.insert(name);
    return names;
  };
  const json out = json::parse(format_json(mayadin_results(), request_for("Deir Ezzor")));
  const json& hit = out["hits"][0];
  const json& hit_schema = schema["$defs"]["hit"]["properties"];
  const json& facet_schema = schema["$defs"]["facet"]["properties"];
  CHECK(keys(out) == keys(schema["properties"]));
  CHECK(keys(out["matched_as"][0]) ==
        keys(schema["properties"]["matched_as"]["items"]["properties"]));
  CHECK(keys(hit) == keys(hit_schema));
  CHECK(keys(hit["article"]) == keys(hit_schema["article"]["properties"]));
  CHECK(keys(hit["snippet"]) == keys(hit_schema["snippet"]["properties"]));
  for (const char* dimension : {"places", "dates", "actors"})
    CHECK(keys(hit[dimension][0]) == keys(hit_schema[dimension]["items"]["properties"]));
  CHECK(keys(out["facets"]["place"]) == keys(facet_schema));
  CHECK(keys(out["facets"]["place"]["values"][0]) ==
        keys(facet_schema["values"]["items"]["properties"]));
  CHECK(schema["properties"]["schema_version"]["const"] == kJsonSchemaVersion);
}

TEST_CASE("JSON says null for what is unknown and keeps the order of facets") {
  SearchResults results = mayadin_results();
  results.hits[0].mentions[2].last.clear();
  const std::string text = format_json(results, request_for("x"));
  const json out = json::parse(text);
  CHECK(out["hits"][0]["page"].is_null());
  CHECK(out["hits"][0]["heading"].is_null());
  CHECK(out["hits"][0]["dates"][0]["first"] == "2017-10-14");
  CHECK(out["hits"][0]["dates"][0]["last"].is_null());
  CHECK(out["hits"][0]["snippet"]["marks"] == json::parse("[[17,24]]"));
  CHECK(out["hits"][0]["title_marks"] == json::parse("[[12,19]]"));
  CHECK(out["facets"]["place"]["values"][1]["parent"] == "sy");
  CHECK(out["facets"]["date"]["values"][1]["precise"] == 3);
  CHECK(text.find("\"place\": {") < text.find("\"date\": {"));
}

TEST_CASE("JSON stays valid and harmless whatever the archive holds, and marks move along") {
  const std::string& text = GENERATE(from_range(hostile_texts()));
  INFO(text);
  const std::string out = format_json(hostile_results(text), request_for(text));
  check_harmless(out);
  CHECK(json::parse(out)["query"] == valid_utf8(text));
  const SearchResults bad = hostile_results("\xFF word");
  const json parsed = json::parse(format_json(bad, {}));
  CHECK(parsed["hits"][0]["snippet"]["marks"] == json::parse("[[0,8]]"));
}

TEST_CASE("spans and marks of a text move along with bytes that were no UTF-8") {
  SearchResults results = mayadin_results();
  Hit& hit = results.hits[0];
  hit.text = "\xFF Mayadin \xFE";
  hit.marks = {{2, 9}};
  hit.mentions[0].span = {2, 9};
  const json out = json::parse(format_json(results, request_for("x")))["hits"][0];
  CHECK(out["text"].get<std::string>().substr(4, 7) == "Mayadin");
  CHECK(out["marks"] == json::parse("[[4,11]]"));
  CHECK(out["places"][0]["span"] == json::parse("[4,11]"));
}

TEST_CASE("JSON lines are complete objects, the last one the summary") {
  const SearchResults results = hostile_results("two\nlines\u2028\x1B");
  const std::vector<std::string> lines = lines_of(format_jsonl(results, request_for("x")));
  REQUIRE(lines.size() == 3);
  CHECK(json::parse(lines[0])["rank"] == 1);
  CHECK(json::parse(lines[1])["article"]["title"] == "two\nlines\u2028\x1B");
  const json summary = json::parse(lines[2])["summary"];
  CHECK(summary["total_passages"] == 12);
  CHECK(summary["schema_version"] == kJsonSchemaVersion);
  CHECK_FALSE(summary.contains("hits"));
}

TEST_CASE("CSV quotes what must be quoted and runs no formula") {
  const std::string header =
      "rank,score,passage,article,title,source,published,file,line,start,end,snippet,places,dates,"
      "actors\r\n";
  CHECK(format_csv({}) == header);
  CHECK(format_csv(mayadin_results()) ==
        header +
            "1,7.250000,mayadin taken#2,mayadin taken,Army enters Mayadin,Field Notes,2017-10-14,"
            "news/mayadin.txt,9,412,870,The army entered Mayadin on Saturday.,"
            "Mayadin; Deir ez-Zor,2017-10-14,Syrian Army\r\n");
  SearchResults results = mayadin_results();
  const auto title_cell = [&results](const std::string& title) {
    results.hits[0].article.title = title;
    const std::string out = format_csv(results);
    const std::size_t begin = out.find("mayadin taken,") + 14;
    return out.substr(begin, out.find(",Field Notes") - begin);
  };
  CHECK(title_cell("=1+1") == "'=1+1");
  CHECK(title_cell("+1") == "'+1");
  CHECK(title_cell("-1") == "'-1");
  CHECK(title_cell("@SUM") == "'@SUM");
  CHECK(title_cell("\t=1") == "' =1");
  CHECK(title_cell("a=1") == "a=1");
  CHECK(title_cell("say \"no\", twice") == "\"say \"\"no\"\", twice\"");
  CHECK(title_cell("=cmd,\"x\"") == "\"'=cmd,\"\"x\"\"\"");
  CHECK(title_cell("two\r\nlines") == "two  lines");
}

TEST_CASE("CSV and TREC lines are harmless whatever the archive holds") {
  const std::string& text = GENERATE(from_range(hostile_texts()));
  INFO(text);
  const SearchResults results = hostile_results(text);
  std::string csv = format_csv(results);
  std::erase(csv, '\r');
  check_harmless(csv);
  CHECK(lines_of(csv).size() == 3);
  const std::string trec = format_trec(results, text);
  check_harmless(trec);
  CHECK(std::count(trec.begin(), trec.end(), ' ') == 5);
}

TEST_CASE("a TREC run names each article once") {
  SearchResults results = mayadin_results();
  results.hits.push_back(mayadin_hit());
  results.hits.push_back(mayadin_hit());
  results.hits[1].rank = 2;
  results.hits[2].rank = 3;
  results.hits[2].article.id = "other";
  results.hits[2].score = 1.0 / 3;
  CHECK(format_trec(results, "q 1") ==
        "q_1 Q0 mayadin_taken 1 7.250000 furat\nq_1 Q0 other 3 0.333333 furat\n");
}

}  // namespace
}  // namespace furat::cli
