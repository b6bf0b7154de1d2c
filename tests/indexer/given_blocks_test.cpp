// Articles whose format states the structure: the splitter takes it and guesses nothing.
#include "indexer/passages/passage_splitter.hpp"
#include "tests/support/catch.hpp"

using namespace furat::indexer;

namespace {

struct Part {
  BlockKind kind;
  std::string text;
};

Article article_of(const std::vector<Part>& parts) {
  Article article;
  article.extracted = true;
  for (const auto& part : parts) {
    if (!article.body.empty()) article.body += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article.body.size());
    article.body += part.text;
    article.blocks.push_back({begin, static_cast<std::uint32_t>(article.body.size()), part.kind});
  }
  article.map.append_identity(static_cast<std::uint32_t>(article.body.size()), 0);
  return article;
}

}  // namespace

TEST_CASE("A heading by its kind heads the blocks after it, whatever it looks like") {
  const auto split =
      split_passages(article_of({{BlockKind::paragraph, "The ferry was late again."},
                                 {BlockKind::heading, "a heading that ends like a sentence."},
                                 {BlockKind::paragraph, "Nobody was surprised by it."}}));
  REQUIRE(split.passages.size() == 2);
  CHECK(split.passages[0].heading.empty());
  CHECK(split.passages[1].heading == "a heading that ends like a sentence.");
  CHECK(split.passages[1].body() == "Nobody was surprised by it.");
}

TEST_CASE("A first heading is the title where none is known") {
  const auto split = split_passages(article_of(
      {{BlockKind::heading, "Ferry late"}, {BlockKind::paragraph, "It was late again."}}));
  CHECK(split.title == "Ferry late");
  REQUIRE(split.passages.size() == 1);
}

TEST_CASE("A line end inside a block is a hard wrap, and a word cut there is mended") {
  const auto split = split_passages(
      article_of({{BlockKind::paragraph,
                   "The harbour was closed. The har-\nbour office said so on the\nsame day."}}));
  REQUIRE(split.passages.size() == 1);
  CHECK(split.passages[0].text ==
        "The harbour was closed. The harbour office said so on the same day.");
}

TEST_CASE("A heading that nothing follows is text") {
  const auto split = split_passages(
      article_of({{BlockKind::paragraph, "It was late again."}, {BlockKind::heading, "The end"}}));
  REQUIRE(split.passages.size() == 1);
  CHECK(split.passages[0].text == "It was late again.\nThe end");
}

TEST_CASE("A block that only states a date is metadata") {
  const auto split = split_passages(article_of(
      {{BlockKind::paragraph, "4 October 2017"}, {BlockKind::paragraph, "It was late again."}}));
  REQUIRE(split.date_line);
  REQUIRE(split.passages.size() == 1);
  CHECK(split.passages[0].text == "It was late again.");
  CHECK(split.dropped.size() == 1);
}

TEST_CASE("A passage has the page on which its text begins") {
  auto article = article_of({{BlockKind::heading, "One"},
                             {BlockKind::paragraph, "It was late again."},
                             {BlockKind::heading, "Two"},
                             {BlockKind::paragraph, "Nobody came."}});
  article.pages = {{0, 1}, {article.blocks[3].begin, 2}};
  const auto split = split_passages(article);
  REQUIRE(split.passages.size() == 2);
  CHECK(split.passages[0].page == 1);
  CHECK(split.passages[1].page == 2);
}

TEST_CASE("Text outside of the blocks is left out") {
  auto article = article_of({{BlockKind::paragraph, "It was late again."}});
  article.body += "\n\nShare this page";
  article.map.append_identity(17, article.map.derived_size());
  const auto split = split_passages(article);
  REQUIRE(split.passages.size() == 1);
  CHECK(split.passages[0].text == "It was late again.");
}
