#include "searcher/ranking/proximity.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::TemporaryIndex;

TEST_CASE("each occurrence counts as one over the distance to the nearest of the other word") {
  CHECK(nearness({3}, {4}) == 1);
  CHECK(nearness({4}, {3}) == 1);
  CHECK(nearness({1, 50}, {3, 52}) == 1);
  CHECK(nearness({10}, {2, 14}) == 0.25);
  CHECK(nearness({10}, {2}) == 0.125);
  CHECK(nearness({10}, {1}) == 0);
  CHECK(nearness({}, {1}) == 0);
}

TEST_CASE("a word is no neighbour of itself") {
  CHECK(nearness({3}, {3}) == 0);
  CHECK(nearness({3}, {3, 5}) == 0.5);
  CHECK(nearness({5}, {3, 5}) == 0.5);
}

TEST_CASE("of two passages with the same words the one that has them together comes first") {
  const std::string filler =
      " while convoys kept moving along the road and residents waited for news from the other bank";
  const TemporaryIndex index(
      {{"a.txt",
        "Fields of wheat burned" + filler + ". Barrels of oil were sold near the crossing.", "",
        ""},
       {"b.txt",
        "Guards left the oil fields" + filler + ". Barrels of wheat were sold near the crossing.",
        "", ""}});
  SearchRequest request;
  request.query = "oil fields";
  const auto results = index.searcher().search(request);
  REQUIRE(results.hits.size() == 2);
  CHECK(results.hits.front().article.file == "b.txt");
}

TEST_CASE(
    "words of the same meaning are tried when no passage has the very words, and it is said") {
  const TemporaryIndex index({{"a.txt", "A Russian general was found dead at his post.", "", ""},
                              {"b.txt", "The general staff spoke of a Russian plan.", "", ""}});
  SearchRequest request;
  request.query = "Russian general killed";
  const auto results = index.searcher().search(request);
  REQUIRE(results.total_passages == 1);
  CHECK(results.hits.front().article.file == "a.txt");
  CHECK_FALSE(results.fell_back_to_any);
  REQUIRE(results.notes.size() == 1);
  CHECK(results.notes.front().find("same meaning") != std::string::npos);
}
