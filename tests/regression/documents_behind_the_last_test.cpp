// Arrays by document id are as long as the last id that the database names. Where a flipped bit
// made that one smaller, posting lists led behind their end; where it made it huge, they took all
// memory.
#include <xapian.h>

#include "furat/errors.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/check_damaged.hpp"
#include "tests/support/index_database.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using test::check_damaged;

namespace {

namespace fs = std::filesystem;

/// More than a bitmap has in one word.
constexpr int kArticles = 100;

std::vector<test::TestArticle> many_articles() {
  std::vector<test::TestArticle> articles;
  for (int i = 0; i < kArticles; ++i)
    articles.push_back({std::to_string(i) + ".txt",
                        "The army took Raqqa on day " + std::to_string(i) + " of the war.",
                        "2017-05-01", "News"});
  return articles;
}

Xapian::docid last_document(const test::TemporaryIndex& index) {
  return test::database_of(index.path()).get_lastdocid();
}

/// Replaces the byte by which Xapian's version file tells how many documents there are, and what
/// follows it: how far the last id is behind that number.
void set_documents(const test::TemporaryIndex& index, const std::string& count_and_distance) {
  const auto file = test::passages_of(index.path()) / "iamglass";
  const auto sound = *index::read_file(file);
  for (std::size_t at = 0; at + 1 < sound.size(); ++at) {
    if (sound[at] != kArticles || sound[at + 1] != 0) continue;
    auto bytes = sound;
    bytes.replace(at, 2, count_and_distance);
    std::ofstream(file, std::ios::binary) << bytes;
    try {
      if (last_document(index) != kArticles) return;
    } catch (const Xapian::Error&) {
    }
  }
  FAIL("the number of documents was not found");
}

SearchRequest everything_with_facets() {
  SearchRequest request;
  request.facets = {"place", "actor", "date", "source", "published", "kind"};
  return request;
}

void check_refused_by_all(const test::TemporaryIndex& index) {
  const auto ask = [&](const char* query) {
    auto request = everything_with_facets();
    request.query = query;
    (void)index.searcher().search(request);
  };
  check_damaged([&] { ask("army"); });
  check_damaged([&] { ask("\"took Raqqa\""); });
  check_damaged([&] { (void)verify_counts(index.path()); });
  CHECK_FALSE(verify_index(index.path()).empty());
}

}  // namespace

TEST_CASE("documents behind the last one are a damaged index") {
  const test::TemporaryIndex index(many_articles());
  REQUIRE(last_document(index) == kArticles);
  set_documents(index, std::string("\x05\x00", 2));
  REQUIRE(last_document(index) == 5);
  check_refused_by_all(index);
}

TEST_CASE("a last document with an absurd number takes no memory") {
  const test::TemporaryIndex index(many_articles());
  set_documents(index, std::string(1, kArticles) + "\xFF\xFF\xFF\xF0\x0F");
  REQUIRE(last_document(index) > 4'000'000'000U);
  check_refused_by_all(index);
  check_damaged([&] { (void)index_status(index.path()); });
}
