#include "indexer/readers/html/html.hpp"

#include <string>
#include <vector>

#include "indexer/readers/reader.hpp"
#include "tests/indexer/html_support.hpp"
#include "tests/support/catch.hpp"

using furat::indexer::accepts_html;
using furat::indexer::Article;
using furat::indexer::BlockKind;
using furat::indexer::read_html;
using furat::indexer::reader_for;
using furat::indexer::ReadProblem;
using furat::indexer::SourceSpan;
using furat::test::kArticle;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

struct Outcome {
  std::vector<Article> articles;
  std::vector<ReadProblem> problems;
};

Outcome read(std::string_view bytes) {
  Outcome outcome;
  read_html("news/bridge.html", bytes,
            {[&](Article&& article) { outcome.articles.push_back(std::move(article)); },
             [&](ReadProblem&& problem) { outcome.problems.push_back(std::move(problem)); }});
  return outcome;
}

}  // namespace

TEST_CASE("pages are known by their content, then by their name") {
  CHECK(accepts_html("page", "<!DOCTYPE html><html>"));
  CHECK(accepts_html("page.txt", "\xEF\xBB\xBF\n <!-- saved --> <HTML lang=en>"));
  CHECK(accepts_html("page", "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC"));
  CHECK(accepts_html("page", "\xFF\xFE<\0h\0t\0m\0l\0>\0"sv));
  CHECK(accepts_html("piece", "<div><p>One</p><p>Two</p><p>Three</p><span>Four</span></div>"));
  CHECK(accepts_html("PAGE.HTM", "no tags at all"));
  CHECK(accepts_html("page.xhtml", ""));
}

TEST_CASE("what is no page is not taken for one") {
  CHECK(!accepts_html("note.txt", "The tag <html> begins a page, <p> a paragraph."));
  CHECK(!accepts_html("feed.xml", "<?xml version='1.0'?><rss><channel><title>News</title>"));
  CHECK(!accepts_html("README.md", "<p>a</p><p>b</p><p>c</p><div>d</div>\n# Title"));
  CHECK(!accepts_html("picture.html", "\x89PNG\r\n\x1A\n"));
  CHECK(!accepts_html("empty", ""));
}

TEST_CASE("the table of readers asks for pages behind JSON lines and before text") {
  CHECK(reader_for("a.html", "<html>")->name == "html");
  CHECK(reader_for("a.txt", "<!doctype html>")->name == "html");
  CHECK(reader_for("a.jsonl", "{\"id\": \"<html>\"}")->name == "jsonl");
  CHECK(reader_for("a.txt", "A note.")->name == "text");
}

TEST_CASE("a page is one article whose offsets count its body") {
  const auto [articles, problems] =
      read("<title>The bridge</title><h1>The bridge</h1><div>" + kArticle +
           "<h2>Next</h2><ul><li>One.</li></ul><p>It ends here, he said.</p></div>");
  CHECK(problems.empty());
  REQUIRE(articles.size() == 1);
  const Article& article = articles.front();
  CHECK(article.id == "news/bridge.html");
  CHECK(article.file == "news/bridge.html");
  CHECK(article.title == "The bridge");
  CHECK(article.extracted);
  CHECK(article.body.starts_with("The council of the river town"));
  CHECK(article.body.ends_with("begins.\n\nNext\n\nOne.\n\nIt ends here, he said."));
  const auto size = static_cast<std::uint32_t>(article.body.size());
  CHECK(article.map.to_source(3, 10) == SourceSpan{3, 10});
  CHECK(article.map.derived_size() == size);
  REQUIRE(article.blocks.size() == 6);
  CHECK(article.blocks[0].begin == 0);
  CHECK(article.blocks[5].end == size);
  CHECK(article.blocks[3].kind == BlockKind::heading);
  CHECK(article.blocks[4].kind == BlockKind::list_item);
  for (std::size_t i = 1; i < article.blocks.size(); ++i) {
    const auto gap = article.blocks[i].begin - article.blocks[i - 1].end;
    CHECK(article.body.substr(article.blocks[i - 1].end, gap) == "\n\n");
  }
}

TEST_CASE("a page without text is one problem and no article") {
  for (const auto page : {""sv, "<html></html>"sv, "<script>x</script>"sv, "<p> &nbsp; </p>"sv}) {
    const auto [articles, problems] = read(page);
    CHECK(articles.empty());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].severity == ReadProblem::Severity::skipped);
    CHECK(problems[0].where == "news/bridge.html");
    CHECK(problems[0].message == "The page holds no text.");
  }
}

TEST_CASE("a page that is too large is one problem") {
  const auto [articles, problems] = read(std::string((32 << 20) + 1, 'x'));
  CHECK(articles.empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "The page is larger than 32 MiB.");
}

TEST_CASE("damaged bytes are a warning, and the page is read") {
  const auto [articles, problems] =
      read("<meta charset=utf-8><p>für die Brücke \xFF und für die Straße</p>");
  REQUIRE(articles.size() == 1);
  CHECK(articles[0].body == "für die Brücke \xEF\xBF\xBD und für die Straße");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == ReadProblem::Severity::warning);
  CHECK(problems[0].message == "Read as UTF-8, 1 undecodable byte was replaced by U+FFFD.");
}

TEST_CASE("a body holds no control characters, however the page spells them") {
  const auto [articles, problems] =
      read("<p>one\0two\x01three&#1;&#127;&#129;four&#8232;five\r\nsix</p>"s);
  REQUIRE(articles.size() == 1);
  for (const char c : articles[0].body)
    CHECK((static_cast<unsigned char>(c) >= 0x20 && c != '\x7F'));
}
