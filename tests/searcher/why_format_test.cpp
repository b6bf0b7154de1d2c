#include "searcher/cli/why_format.hpp"
#include "searcher/formats/why_json.hpp"

#include <nlohmann/json.hpp>

#include "tests/searcher/handmade_results.hpp"
#include "tests/support/catch.hpp"

using namespace furat;
using namespace furat::cli;
using namespace furat::formats;
using nlohmann::json;

namespace {

Hit weighed_hit() {
  auto hit = mayadin_hit();
  auto& place = hit.mentions.front();
  place.rule = "place.context";
  place.reason = "It lies where the others are.";
  place.score = 4.26;
  place.candidates = {{"mayadin", "Mayadin", 4.26, true},
                      {"iq-mayadin", "Another Mayadin", 1.5, false}};
  return hit;
}

}  // namespace

TEST_CASE("why says rule, score and the candidates that lost") {
  const auto text = format_why_text(weighed_hit(), {});
  CHECK(text.find("\"Mayadin\" bytes 420-427") != std::string::npos);
  CHECK(text.find("place Mayadin (mayadin), role at, score 4.26") != std::string::npos);
  CHECK(text.find("place.context: It lies where the others are.") != std::string::npos);
  CHECK(text.find("rejected: Another Mayadin (iq-mayadin), score 1.50") != std::string::npos);
  CHECK(text.find("chosen") == std::string::npos);
}

TEST_CASE("why as JSON has every key, the candidates with the one chosen") {
  const auto out = json::parse(format_why_json(weighed_hit()));
  CHECK(out["passage"] == "mayadin taken#2");
  REQUIRE(out["mentions"].size() == 5);
  const auto& place = out["mentions"][0];
  CHECK(place["score"] == 4.26);
  CHECK(place["reason"] == "It lies where the others are.");
  REQUIRE(place["candidates"].size() == 2);
  CHECK(place["candidates"][0]["chosen"] == true);
  CHECK(
      place["candidates"][1] ==
      json({{"id", "iq-mayadin"}, {"name", "Another Mayadin"}, {"score", 1.5}, {"chosen", false}}));
  const auto& date = out["mentions"][2];
  CHECK(date["role"].is_null());
  CHECK(date["score"].is_null());
  CHECK(date["candidates"].empty());
  CHECK(date["first"] == "2017-10-14");
}

TEST_CASE("why of hostile text steers no terminal") {
  auto hit = weighed_hit();
  const std::string evil = "\x1b[2J\u202e\xff";
  auto& place = hit.mentions.front();
  hit.passage = hit.article.title = hit.article.file = evil;
  place.text = place.name = place.id = place.rule = place.candidates[1].name = evil;
  for (const auto& out : {format_why_text(hit, {}), format_why_json(hit)}) {
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find("\u202e") == std::string::npos);
  }
  CHECK(json::parse(format_why_json(hit))["passage"] == "\x1b[2J\u202e\uFFFD");
}

TEST_CASE("a passage without mentions says so") {
  auto hit = mayadin_hit();
  hit.mentions.clear();
  CHECK(format_why_text(hit, {}).ends_with("No such mention.\n"));
}
