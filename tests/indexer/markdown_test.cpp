#include "indexer/readers/markdown/markdown.hpp"

#include "indexer/readers/html/character_reference.hpp"
#include "indexer/readers/html/tag_stripper.hpp"
#include "indexer/readers/markdown/front_matter.hpp"
#include "tests/indexer/reader_support.hpp"

using namespace furat::indexer;
using namespace furat::indexer::testing;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

constexpr std::chrono::sys_days kDay = std::chrono::year(2017) / 10 / 4;

std::vector<std::string> texts(std::string_view markdown) {
  const Article article = read_article("a.md", markdown);
  check_map(article, markdown);
  return block_texts(article);
}

std::vector<BlockKind> kinds(std::string_view markdown) {
  std::vector<BlockKind> all;
  for (const BodyBlock& block : read_article("a.md", markdown).blocks) all.push_back(block.kind);
  return all;
}

std::string stripped(std::vector<std::string_view> fed) {
  TagStripper stripper;
  std::string out;
  for (const std::string_view html : fed) {
    for (const HtmlPiece& piece : stripper.feed(html)) {
      if (piece.kind == HtmlPiece::Kind::block_end) out += '|';
      if (piece.kind == HtmlPiece::Kind::line_break) out += '/';
      out += html.substr(piece.begin, piece.size);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("Markdown is known by its name or by its front matter") {
  CHECK(reader_for("a.md", "text")->name == "markdown");
  CHECK(reader_for("A.MARKDOWN", "")->name == "markdown");
  CHECK(reader_for("a.txt", "---\ntitle: A\n---\ntext")->name == "markdown");
  CHECK(reader_for("a", "---\r\nDate: 2017-10-04\r\n")->name == "markdown");
  CHECK(reader_for("a.txt", "+++\nauthor = \"Jo\"\n+++\n")->name == "markdown");
  CHECK(reader_for("a.txt", "---\nA ruler above a text.\n---\n")->name == "text");
  CHECK(reader_for("a.txt", "---\nHe said: no.\n---\n")->name == "text");
  CHECK(reader_for("a.txt", "# A heading?\n")->name == "text");
  CHECK(reader_for("a.md", "PK\x03\x04") == nullptr);
}

TEST_CASE("front matter in YAML and in TOML states metadata") {
  const auto matter = GENERATE(
      "---\nTitle: \"The dam: a story\"\nauthors: [Jo Doe, {name: J. Roe, mail: x}]\n"
      "date: 2017-10-04T23:30:00+03:00\nsite: Field Notes\ncanonical: https://x.test/1\n"
      "tags: [title, date]\nextra: {source: no, url: no}\n---\n"s,
      "+++\ntitle = 'The dam: a story'\nauthor = [\"Jo Doe\", \"J. Roe\"]\n"
      "publishDate = 2017-10-04T23:30:00+03:00\npublisher = 'Field Notes'\n"
      "link = 'https://x.test/1'\n[extra]\nsource = 'no'\n+++\n"s,
      "\xEF\xBB\xBF---\r\ntitle: 'The dam: a story'\r\nauthor:\r\n  - Jo Doe\r\n  - J. Roe\r\n"
      "published: 4 October 2017\r\nsource: Field Notes\r\nurl: https://x.test/1\r\n...\r\n"s);
  const Article article = read_article("a.md", matter + "# Another title\n\nThe text.\n");
  CHECK(article.title == "The dam: a story");
  CHECK(article.author == "Jo Doe, J. Roe");
  CHECK(article.published == kDay);
  CHECK(article.published_method == "front-matter");
  CHECK(article.source == "Field Notes");
  CHECK(article.url == "https://x.test/1");
  CHECK(block_texts(article) == std::vector{"Another title"s, "The text."s});
  CHECK(source_of("The text.", article, matter + "# Another title\n\nThe text.\n") == "The text.");
}

TEST_CASE("front matter that is not valid is read line by line, with a warning") {
  struct Case {
    std::string block, problem;
  };
  std::string deep = "x: ";
  for (int i = 0; i < 20'000; ++i) deep += "[";
  const auto c = GENERATE_COPY(
      Case{"title: Syria: the war", "not valid YAML"},
      Case{"title: Syria: the war\nbad: [\nurl: \"x", "not valid YAML"},
      Case{"title: \"Syria: the war\"\na: &a [x, x]\nb: [*a, *a]", "aliases, which are refused"},
      Case{"title: 'Syria: the war'\n" + deep, "nested too deeply"});
  const Outcome outcome = read("a.md", "---\n" + c.block + "\n---\nThe text.\n");
  REQUIRE(outcome.articles.size() == 1);
  CHECK(outcome.articles[0].title == "Syria: the war");
  CHECK(outcome.articles[0].body == "The text.");
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].severity == ReadProblem::Severity::warning);
  CHECK(outcome.problems[0].message.find(c.problem) != std::string::npos);
}

TEST_CASE("a date that is not sure is a warning") {
  const Outcome outcome = read("a.md", "---\ndate: 04/10/2017\n---\nThe text.\n");
  REQUIRE(outcome.articles.size() == 1);
  CHECK_FALSE(outcome.articles[0].published);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].message ==
        "The date of the front matter states no day that is sure and is ignored.");
}

TEST_CASE("what only looks like front matter is text") {
  const auto text =
      GENERATE("---\nA text between rulers.\n\n---\n"s, "---\nHe said it: no.\n\n---\n"s,
               "---\n- a list\n\n---\n"s, "---\ntitle: never closed\n"s, "---\n\n---\nA text.\n"s,
               "---\ntitle: x\nbig: "s + std::string(70'000, 'x') + "\n---\nA text.\n");
  CHECK(front_matter(text).size == 0);
}

TEST_CASE("the body is the words of each block, and maps to them") {
  const std::string bytes =
      "# The *dam* at Tabqa\n\nThe [army](http://x.test/a \"title\") took **the dam**\n"
      "on 4 October.  \nA break ![a photo](p.png) `code` \\* star [ref][1] ~~gone~~.\n\n"
      "[1]: http://x.test/ref\n\nSetext\n------\n\n    code  line\n      two\n\n```c\nfenced\n```\n"
      "***\nLast <https://x.test/y>.\n";
  CHECK(texts(bytes) ==
        std::vector{"The dam at Tabqa"s,
                    "The army took the dam\non 4 October.\nA break a photo code * star ref gone."s,
                    "Setext"s, "code  line\n  two"s, "fenced"s, "Last https://x.test/y."s});
  using enum BlockKind;
  CHECK(kinds(bytes) == std::vector{heading, paragraph, heading, paragraph, paragraph, paragraph});
  const Article article = read_article("a.md", bytes);
  CHECK(article.title == "The dam at Tabqa");
  CHECK_FALSE(article.extracted);
  CHECK(source_of("dam at", article, bytes) == "dam* at");
  CHECK(source_of("took the dam", article, bytes) == "took **the dam");
  CHECK(source_of("code *", article, bytes) == "code` \\*");
  CHECK(source_of("Last", article, bytes) == "Last");
  CHECK(source_of("\n\nfenced", article, bytes).ends_with("```c\nfenced"));
}

TEST_CASE("every letter of a body is the one its bytes spell") {
  const std::string bytes =
      "---\r\ntitle: x\r\n---\r\n# Ein *Wörtchen*\r\n\r\n> - Zitat «über»\r\n>   Zeilen\r\n\r\n"
      "| a\\|b | `c` |\r\n|---|---|\r\n| Größe | **5** |\r\n\r\n<p>Über <b>alles</b></p>\r\n";
  const Article article = read_article("a.md", bytes);
  check_map(article, bytes);
  CHECK(article.body ==
        "Ein Wörtchen\n\nZitat «über»\nZeilen\n\na|b | c\n\nGröße | 5\n\nÜber alles");
  for (std::size_t i = 0; i < article.body.size();) {
    const std::size_t from = i;
    (void)furat::analysis::next_code_point(article.body, i);
    if (" \n|"sv.find(article.body[from]) != std::string_view::npos) continue;
    const SourceSpan span =
        article.map.to_source(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(i));
    CHECK(bytes.substr(span.begin, span.end - span.begin) == article.body.substr(from, i - from));
  }
}

TEST_CASE("lists, quotes and tables have kinds of their own") {
  const std::string bytes =
      "- one\n- two\n  1. inner\n\n  second paragraph\n\n> A quote\n> goes on.\n>\n> - in it\n\n"
      "| Town | Day |\n|------|:---:|\n| Raqqa | 17 |\n| [Mayadin](x) | |\n\nText.\n";
  CHECK(texts(bytes) == std::vector{"one"s, "two"s, "inner"s, "second paragraph"s,
                                    "A quote\ngoes on."s, "in it"s, "Town | Day"s, "Raqqa | 17"s,
                                    "Mayadin"s, "Text."s});
  using enum BlockKind;
  CHECK(kinds("- a tight\n- list\n\ntext\n") == std::vector{list_item, list_item, paragraph});
  CHECK(kinds(bytes) == std::vector{list_item, list_item, list_item, list_item, quote, list_item,
                                    table_row, table_row, table_row, paragraph});
}

TEST_CASE("references are the characters they name, and map as a whole") {
  const std::string bytes = "A &amp; B&nbsp;C &#8217; &#x2019; &#146; &#0; &unknown; &#27;D.\n";
  const Article article = read_article("a.md", bytes);
  CHECK(article.body == "A & B\u00A0C \u2019 \u2019 \u2019 \uFFFD &unknown;  D.");
  CHECK(source_of("&", article, bytes) == "&amp;");
  CHECK(source_of("\u00A0C", article, bytes) == "&nbsp;C");
  check_map(article, bytes);
}

TEST_CASE("of HTML the words are kept, block by block") {
  CHECK(texts("<div>\n<h2>Head &lt;1&gt;</h2>\n<p>One <a href=\"x>y\">link</a>,<br>two</p>\n"
              "<!-- a comment --><script>if (a<b) alert('x')</script>\n<style>p {}</style>three\n"
              "</div>\n\nText with <b>bold</b> and <!-- no --> 1 < 2.\n") ==
        std::vector{"Head <1>"s, "One link,\ntwo"s, "three"s, "Text with bold and  1 < 2."s});
  CHECK(texts("> <div>in a quote</div>\n").size() == 1);
  CHECK(kinds("> <div>in a <p>quote</div>\n") == std::vector{BlockKind::quote, BlockKind::quote});
}

TEST_CASE("tags are taken out whatever their pieces") {
  CHECK(stripped({"a <b>c</b> d"}) == "a c d");
  CHECK(stripped({"a<p class='x>y'>b", "</p", ">c"}) == "a|b|c");
  CHECK(stripped({"1 < 2 <3 </ &amp &amp; <"}) == "1 < 2 <3 </ &amp &amp; <");
  CHECK(stripped({"a<!--b", "c-->d<!DOCTYPE x>e<?php f ?>g"}) == "adeg");
  CHECK(stripped({"a<SCRIPT>b</scrip>", "c</Script >d<br/>e"}) == "ad/e");
}

TEST_CASE("references have names of HTML or numbers") {
  CHECK(referred_character("&eacute;") == U'é');
  CHECK(referred_character("&#233;") == U'é');
  CHECK(referred_character("&#XE9;") == U'é');
  CHECK(referred_character("&#150;") == U'–');
  for (const char* none : {"&#0;", "&#xD800;", "&#99999999999999999999;", "&#129;"})
    CHECK(referred_character(none) == U'\uFFFD');
  for (const char* none : {"&nosuch;", "&;", "&#;", "&#x;", "&#12a;", "eacute;", "&eacute"})
    CHECK_FALSE(referred_character(none));
}

TEST_CASE("a heading of the first level is the title, an empty one is none") {
  CHECK(read_article("a.md", "Some text.\n\n## Lower\n\n# The *title*\n\nMore.\n").title ==
        "The title");
  CHECK(read_article("a.md", "#\n\nSome text.\n").title.empty());
}

TEST_CASE("a Markdown file without text is skipped") {
  const auto bytes = GENERATE(""s, "---\ntitle: x\n---\n"s, "* * *\n"s, "[1]: http://x.test\n"s,
                              "<!-- nothing -->\n"s);
  const Outcome outcome = read("a.md", bytes);
  CHECK(outcome.articles.empty());
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].message == "The file holds no text.");
}

TEST_CASE("Markdown in another encoding maps to its own bytes") {
  const std::string bytes = "# Le g\xE9n\xE9ral\n\n\xC9tait-il *l\xE0*, \xE0 Alep ?\n";
  const Outcome outcome = read("a.md", bytes);
  REQUIRE(outcome.articles.size() == 1);
  CHECK(outcome.articles[0].title == "Le général");
  CHECK(source_of("là", outcome.articles[0], bytes) == "l\xE0");
  CHECK(outcome.problems.size() == 1);
}

TEST_CASE("Markdown made to be slow is read all the same") {
  // Each of these took md4c half a minute or more, or made far more events than it has bytes.
  std::string links;
  for (int i = 0; i < 200'000; ++i) links += "[a](\nb\n)\n";
  const Article article = read_article("a.md", links);
  check_map(article, links);
  CHECK(article.blocks.size() == 300);

  const std::string references =
      "[a]: /" + std::string(400'000, 'u') + "\n\n" + std::string(400'000, ' ');
  std::string used;
  for (int i = 0; i < 100'000; ++i) used += "[a] ";
  const Outcome outcome = read("a.md", references + "\n" + used);
  REQUIRE(outcome.articles.size() == 1);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].message ==
        "The Markdown takes too much work. It was read as plain text.");
  CHECK(outcome.articles[0].blocks.empty());

  std::string cells = "|a";
  for (int i = 0; i < 500; ++i) cells += "|a";
  cells += "|\n|-";
  for (int i = 0; i < 500; ++i) cells += "|-";
  cells += "|\n";
  for (int i = 0; i < 100'000; ++i) cells += "|b|\n";
  CHECK(read("a.md", cells).articles.size() == 1);

  for (const char* piece : {"> ", "- ", "*a **a ", "[", "![", "<a ", "<!--", "`", "&#", "~a~~"}) {
    std::string bytes = "text\n\n";
    for (int i = 0; i < 100'000; ++i) bytes += piece;
    CHECK(read("a.md", bytes + "end\n").articles.size() == 1);
  }
}

TEST_CASE("any bytes of markup give a map that covers the body") {
  // A small generator of its own: the same bytes on every machine.
  constexpr std::string_view kAlphabet = "*_`[](){}<>!#-+=|~&;:/\\\"' \n\n\t1a\r\xC3\xA9\xFF>  ";
  std::uint32_t state = 12345;
  for (int round = 0; round < 400; ++round) {
    std::string bytes = "x\n\n";
    for (int i = 0; i < 300; ++i) {
      state = state * 1664525U + 1013904223U;
      bytes += kAlphabet[(state >> 16U) % kAlphabet.size()];
    }
    const Outcome outcome = read("a.md", bytes);
    for (const Article& article : outcome.articles) {
      check_map(article, bytes);
      std::uint32_t last = 0;
      for (const BodyBlock& block : article.blocks) {
        REQUIRE(block.begin >= last);
        REQUIRE(block.begin < block.end);
        last = block.end;
      }
      REQUIRE(last <= article.body.size());
    }
  }
}
