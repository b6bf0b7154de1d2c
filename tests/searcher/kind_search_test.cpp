// Kinds of actors: what a passage has, and under which names they are asked for.
#include "furat/errors.hpp"
#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::sample;

namespace {

const test::TemporaryIndex& small_index() {
  static const test::TemporaryIndex index({
      {"a.txt", "The Tiger Forces reached the base.", "2017-09-05", "A"},
      {"b.txt", "The Islamic State held the town. Reuters said so.", "2017-09-06", "A"},
      {"c.txt", "Nothing but rain was seen.", "2017-09-07", "B"},
  });
  return index;
}

std::set<std::string> files(const std::string& query, const std::vector<Filter>& filters) {
  SearchRequest request;
  request.query = query;
  request.filters = filters;
  std::set<std::string> found;
  for (const auto& hit : small_index().searcher().search(request).hits)
    found.insert(hit.article.file);
  return found;
}

using Files = std::set<std::string>;

}  // namespace

TEST_CASE("a passage has the kinds of the actors it names, not of those above them") {
  CHECK(files("", {{"kind", "state_forces"}}) == Files{"a.txt"});
  CHECK(files("", {{"actor", "syrian-government"}}) == Files{"a.txt"});
  CHECK(files("", {{"kind", "state"}}).empty());
  CHECK(files("", {{"kind", "rebels"}}) == Files{"b.txt"});
  CHECK(files("", {{"kind", "media"}}) == Files{"b.txt"});
  CHECK(files("", {{"kind", "none"}}) == Files{"c.txt"});
  CHECK(files("", {{"kind", "rebels", true}}) == Files{"a.txt", "c.txt"});
}

TEST_CASE("a kind is found by its id, label and in queries") {
  for (const std::string name : {"State forces", "state-forces", "STATE_FORCES", "army"}) {
    CAPTURE(name);
    CHECK(files("", {{"kind", name}}) == Files{"a.txt"});
    CHECK(files("kind:\"" + name + "\"", {}) == Files{"a.txt"});
  }
  CHECK(files("town kind:rebels", {}) == Files{"b.txt"});
  CHECK(files("", {{"kind", "state forces"}, {"kind", "rebel"}}) == Files{"a.txt", "b.txt"});
  CHECK(files("was -kind:rebels", {}) == Files{"c.txt"});
  SearchRequest request;
  request.filters = {{"kind", "militia"}};
  const auto results = sample().search(request);
  REQUIRE(results.notes.size() == 1);
  CHECK(results.notes.front().find("political_militia") != std::string::npos);
}

TEST_CASE("what is no kind is refused with those that there are") {
  SearchRequest request;
  request.filters = {{"kind", "cities"}};
  try {
    (void)sample().search(request);
    FAIL("it was taken");
  } catch (const RequestError& error) {
    CHECK(error.suggestions().size() == 11);
  }
}
