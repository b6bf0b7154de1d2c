#include "indexer/readers/isolation/read_stream.hpp"

#include "tests/support/full_article.hpp"
#include "tests/support/read_outcome.hpp"

using furat::indexer::ReadProblem;
using furat::indexer::StreamEnd;
using furat::test::article_with_everything;
using furat::test::ReadOutcome;
using namespace std::string_literals;

namespace {

constexpr auto kWarning = ReadProblem::Severity::warning;

}  // namespace

TEST_CASE("a stream cut anywhere, or with any byte changed, does no harm") {
  std::string stream;
  furat::indexer::append_problem(stream, {kWarning, "w", "A warning."});
  furat::indexer::append_article(stream, article_with_everything("f", "Body of\nthe article."));
  furat::indexer::append_end(stream);
  ReadOutcome whole;
  CHECK(decode_stream(stream, whole.sink()).kind == StreamEnd::Kind::complete);
  CHECK(whole.articles.size() == 1);
  for (std::size_t size = 0; size < stream.size(); ++size) {
    ReadOutcome outcome;
    CHECK(decode_stream(std::string_view(stream).substr(0, size), outcome.sink()).kind ==
          StreamEnd::Kind::cut_off);
  }
  for (std::size_t i = 0; i < stream.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = stream;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      ReadOutcome outcome;
      (void)decode_stream(damaged, outcome.sink());
      for (const auto& article : outcome.articles) {
        CHECK(article.map.derived_size() == article.body.size());
        for (const auto& block : article.blocks) CHECK(block.end <= article.body.size());
      }
    }
  }
}

TEST_CASE("text that is not what an article may hold is refused") {
  const auto body = GENERATE("bad \xFF utf-8"s, "a \x01 control"s, "c1 \xC2\x85"s);
  std::string stream;
  auto article = article_with_everything("f", "x");
  article.body = body;
  article.map = {};
  article.map.append_identity(static_cast<std::uint32_t>(body.size()), 0);
  article.blocks.clear();
  article.pages.clear();
  furat::indexer::append_article(stream, article);
  furat::indexer::append_end(stream);
  ReadOutcome outcome;
  CHECK(decode_stream(stream, outcome.sink()).kind == StreamEnd::Kind::malformed);
  CHECK(outcome.articles.empty());
}
