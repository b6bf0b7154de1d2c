#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::sample;

namespace {

RequestError refusal_of(const std::string& key) {
  try {
    (void)sample().passage({key});
  } catch (const RequestError& error) {
    return error;
  }
  FAIL("not refused: " << key);
  throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE(
    "every passage is found by the key of its hit, with the same mentions and their reasons") {
  SearchRequest everything;
  everything.limit = 100'000;
  const auto results = sample().search(everything);
  REQUIRE(results.hits.size() > 300);
  for (const auto& hit : results.hits) {
    CAPTURE(hit.passage);
    const auto passage = sample().passage({hit.passage});
    REQUIRE(passage.passage == hit.passage);
    REQUIRE(passage.text == hit.text);
    REQUIRE(passage.mentions.size() == hit.mentions.size());
    for (std::size_t i = 0; i < hit.mentions.size(); ++i) {
      const auto& mention = passage.mentions[i];
      CAPTURE(mention.text, mention.rule);
      REQUIRE(mention.id == hit.mentions[i].id);
      REQUIRE(mention.bytes == hit.mentions[i].bytes);
      REQUIRE_FALSE(mention.reason.empty());
    }
  }
}

TEST_CASE("a number that the article does not have is refused with those that it has") {
  for (const std::string key :
       {"siege-questions.txt", "siege-questions.txt#0", "siege-questions.txt#99",
        "siege-questions.txt#", "siege-questions.txt#-1", "siege-questions.txt#1x",
        "siege-questions.txt#99999999999999999999"}) {
    const auto error = refusal_of(key);
    CHECK(error.argument() == "passage");
    REQUIRE_FALSE(error.suggestions().empty());
    CHECK(error.suggestions().front() == "siege-questions.txt#1");
    for (const auto& suggestion : error.suggestions())
      CHECK(sample().passage({suggestion}).passage == suggestion);
  }
}

TEST_CASE("a key of no article is refused without suggestions") {
  for (const std::string key : {"", "#", "#1", "nothing#1", "\xff#1"}) {
    const auto error = refusal_of(key);
    CHECK(error.argument() == "passage");
    CHECK(error.suggestions().empty());
  }
  CHECK(refusal_of(std::string(300, 'x') + "#1").suggestions().empty());
}

TEST_CASE("why a passage has its mentions is told in time, and only while it is wanted") {
  const auto key = sample().search({}).hits.at(0).passage;
  using namespace std::chrono_literals;
  CHECK(sample().passage({.passage = key, .deadline = 1h}).passage == key);
  CHECK_THROWS_AS(sample().passage({.passage = key, .deadline = 0ms}), DeadlineExceeded);
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(sample().passage({.passage = key, .stop = stop.get_token()}), Cancelled);
}
