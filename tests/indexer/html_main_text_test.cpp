#include "indexer/readers/html/main_text.hpp"

#include <string>
#include <vector>

#include "tests/indexer/html_support.hpp"
#include "tests/support/catch.hpp"

using furat::indexer::HtmlTree;
using furat::indexer::main_text;
using furat::test::blocks_of;
using furat::test::kArticle;
using furat::test::kArticleBlocks;
using Blocks = std::vector<std::string>;

namespace {

std::string title_of(std::string_view page) { return main_text(HtmlTree::parse(page)).title; }

/// A page with the article in its middle and `piece` behind its last paragraph.
std::string page_with(const std::string& piece, const std::string& before = {}) {
  return "<html><head><title>The bridge - River News</title></head><body>"
         "<div class='wrap'><h1>The bridge</h1><div class='story'>" +
         before + kArticle + piece + "</div></div></body></html>";
}

/// The blocks of `piece` where it ends an article.
Blocks behind(const std::string& piece) {
  const std::string end = "Nobody will forget that evening, he said to us.";
  Blocks blocks = blocks_of(page_with(piece + "<p>" + end + " Then he went home.</p>"), 9);
  REQUIRE(blocks.size() > 3);
  CHECK(blocks.back() == "p " + end);
  return {blocks.begin() + 3, blocks.end() - 1};
}

}  // namespace

TEST_CASE("clutter is dropped wherever it stands") {
  const std::string piece = GENERATE(
      as<std::string>(),
      "<nav><a href=/>Home</a> <a href=/n>All the news of the day, every day.</a></nav>",
      "<aside><p>In other news, the harbour was closed for a day, as it often is.</p></aside>",
      "<footer><p>All rights reserved, and so on, by the publisher of this paper.</p></footer>",
      "<div class='article-share-bar'><span>Share</span> <a href=x>Facebook</a></div>",
      "<div id='related-posts'><h3>More</h3><p>The harbour was closed, the paper said.</p></div>",
      "<ul class=shareLinks><li>Facebook</li><li>Telegram</li></ul>",
      "<div class='newsletter-signup'><p>Get our news every day, for nothing.</p></div>",
      "<section id=comments><p>I was there, and it was loud. Nobody signed a thing.</p></section>",
      "<div class=commentList><div class=comment><p>First, as always.</p></div></div>",
      "<div class='author-box'><p>She writes about towns, rivers and bridges.</p></div>",
      "<p class=byline>By Our Correspondent</p>",
      "<figure><img src=x><figcaption>The bridge, seen from the market.</figcaption></figure>",
      "<div class='wp-caption'><img src=x><p>The bridge, seen from the market.</p></div>",
      "<div class='post-tags'><a href=1>Bridges</a> <a href=2>Towns</a></div>",
      "<div class='cookie-notice'><p>We use cookies, as everybody does.</p></div>",
      "<div role=dialog><p>Would you like to see more of this, every day?</p></div>",
      "<div class='ad-slot'>Buy bridges, cheap and new.</div>",
      "<div style='display: none'><p>Seen by nobody, but written all the same.</p></div>",
      "<p hidden>Seen by nobody, but written all the same.</p>",
      "<span class='sr-only'>Opens in a new window, for those who hear the page.</span>",
      "<form><label></label><select><option>One</option></select><button>Send</button></form>",
      "<script>document.write('Text, that a script writes.')</script>",
      "<noscript><p>Please turn on scripts, to see all of this page.</p></noscript>",
      "<svg><title>Icon</title><text>Arrow</text></svg><iframe>Frame</iframe>");
  CAPTURE(piece);
  CHECK(blocks_of(page_with(piece)) == kArticleBlocks);
  CHECK(blocks_of(page_with("", piece)) == kArticleBlocks);
  const std::size_t middle = kArticle.find("<p>Nobody");
  CHECK(blocks_of("<h1>The bridge</h1><div>" + kArticle.substr(0, middle) + piece +
                  kArticle.substr(middle) + "</div>") == kArticleBlocks);
}

TEST_CASE("labels, requests and pointers to other articles are dropped") {
  const std::string piece = GENERATE(
      as<std::string>(), "<p>Advertisement</p>", "<p>Share this</p>", "<div>3 of 12</div>",
      "<p>Anzeige</p>", "<p>Read more: <a href=x>Harbour closed for a day after storm</a></p>",
      "<p>Lesen Sie auch: <a href=x>Der Hafen bleibt einen Tag geschlossen</a></p>",
      "<p>اقرأ أيضا: <a href=x>إغلاق الميناء ليوم واحد بعد العاصفة</a></p>",
      "<p><a href=x>Harbour closed for a day after heavy storm</a></p>",
      "<p>Follow us on Facebook and Twitter</p>",
      "<p>Sign up for our <a href=x>newsletter</a> and never miss a thing.</p>",
      "<h3>Related</h3><ul><li><a href=1>Harbour closed for a day after heavy storm</a></li>"
      "<li><a href=2>School has a new roof after seven years of rain</a></li></ul>");
  CAPTURE(piece);
  CHECK(blocks_of(page_with(piece)) == kArticleBlocks);
}

TEST_CASE("what stands below an article ends it") {
  CHECK(blocks_of(page_with("<h3>Related articles</h3><div><h4>Harbour closed</h4>"
                            "<p>The harbour was closed.</p></div>")) == kArticleBlocks);
  CHECK(blocks_of(page_with("<h3>Next steps</h3>")) == kArticleBlocks);
}

TEST_CASE("sub-headings, lists, quotes and tables are text of the article") {
  CHECK(behind("<h2>What is next</h2><p>Work begins in May, if it does not rain.</p>"
               "<ul><li>the piers</li><li>the deck</li></ul>"
               "<blockquote><p>We are glad, all of us.</p></blockquote>"
               "<table><tr><th>Part</th><th>Cost</th></tr>"
               "<tr><td>Piers</td><td><p>two</p><p>million</p></td></tr></table>"
               "<pre>span = 120 m</pre>") ==
        Blocks{"h What is next", "p Work begins in May, if it does not rain.", "- the piers",
               "- the deck", "> We are glad, all of us.", "| Part | Cost", "| Piers | two million",
               "p span = 120 m"});
}

TEST_CASE("a list item is one block, its further paragraphs are blocks of their own") {
  CHECK(
      behind("<ol><li><p>The first one.</p><p>More of it.</p></li><li>The second one.</li></ol>") ==
      Blocks{"- The first one.", "p More of it.", "- The second one."});
}

TEST_CASE("line breaks are spaces, two of them begin a paragraph") {
  CHECK(
      behind("<div>One line,<br>another line.<br><br>A paragraph.<br/>\n<br/>Another one.</div>") ==
      Blocks{"p One line, another line.", "p A paragraph.", "p Another one."});
}

TEST_CASE("elements within a line do not cut words, blocks do") {
  CHECK(behind("<p>Re<b>con</b>struction, so they<span> say</span>.</p>") ==
        Blocks{"p Reconstruction, so they say."});
  CHECK(behind("<div>One sentence.<div>Another one.</div>And a third.</div>") ==
        Blocks{"p One sentence.", "p Another one.", "p And a third."});
}

TEST_CASE("characters that only cut words are taken out") {
  CHECK(behind("<p>Donau&shy;dampf&#8203;schiff, as they say.</p>") ==
        Blocks{"p Donaudampfschiff, as they say."});
}

TEST_CASE("a table that makes a layout is no table") {
  const std::string page =
      "<table><tr><td width=120><a href=/>Home</a><br><a href=/n>News</a></td><td>" + kArticle +
      "</td></tr></table>";
  CHECK(blocks_of(page) == kArticleBlocks);
  // A table around everything, as old pages have it.
  CHECK(blocks_of("<table><tr><td>" + page + "</td></tr></table>") == kArticleBlocks);
}

TEST_CASE("a heading that holds a text is no heading") {
  CHECK(blocks_of("<h4><p>One sentence, and a long one at that.</p>" + kArticle + "</h4>") ==
        Blocks{"p One sentence,", "p The council", "p Nobody had", "p By the"});
}

TEST_CASE("a box that appears when pointing at a word is not in the sentence") {
  CHECK(behind("<p>The mayor <span class='popover-content'><a href=1>Ten articles</a></span> "
               "was glad.</p>") == Blocks{"p The mayor was glad."});
}

TEST_CASE("messages of networks that an article shows are a part of it") {
  CHECK(behind("<div class='social-embed'><blockquote class='tweet'><p>It is done, at last.</p>"
               "</blockquote></div>") == Blocks{"> It is done, at last."});
}

TEST_CASE("links that are a sentence, an address or a short label stay") {
  CHECK(behind("<p><a href=x>The paper that was signed on Monday is here to read.</a></p>"
               "<p><a href=x>https://town.example/the-paper-of-two-pages</a></p>"
               "<p><a href=x>The full paper</a></p><p>It has two pages.</p>") ==
        Blocks{"p The paper that was signed on Monday is here",
               "p https://town.example/the-paper-of-two-pages", "p The full paper",
               "p It has two pages."});
}

TEST_CASE("names that only sound like clutter do not hide the article") {
  const std::string name =
      GENERATE(as<std::string>(), "layout-with-sidebar", "no-sidebar", "content-overlay-handle",
               "entry-content read-more-on", "p402_hide", "shareholder-news", "has-video");
  CAPTURE(name);
  CHECK(blocks_of("<h1>The bridge</h1><div class='" + name + "'>" + kArticle + "</div>") ==
        kArticleBlocks);
}

TEST_CASE("an article among the comments of its readers is the article") {
  std::string comments;
  for (int i = 0; i < 50; ++i)
    comments +=
        "<div class=comment><p>I was there, and it was loud. Nobody signed a thing, not "
        "one of them, and I have seen it with my own eyes.</p></div>";
  CHECK(blocks_of("<h1>The bridge</h1><div>" + kArticle + "</div><div id=comments>" + comments +
                  "</div>") == kArticleBlocks);
}

TEST_CASE("a short article is found beside a long footer") {
  std::string footer;
  for (int i = 0; i < 20; ++i)
    footer +=
        "<p>All texts on these pages, whatever their kind, belong to their authors, and "
        "nobody may copy them without a written permission.</p>";
  CHECK(blocks_of("<h1>The bridge</h1><div>" + kArticle + "</div><footer>" + footer +
                  "</footer>") == kArticleBlocks);
}

TEST_CASE("an article that pictures cut into pieces is one article") {
  const std::string piece = "<section><div><div class='post-text'>" + kArticle + "</div></div>" +
                            "<figure><img src=x></figure></section>";
  CHECK(blocks_of("<div id=all><h1>The bridge</h1>" + piece + piece + piece + "</div>").size() ==
        9);
}

TEST_CASE("where the headline stands apart, article elements are parts of one article") {
  const std::string piece = "<article><h2>A part</h2><div class='text-body article-text'>" +
                            kArticle + "</div></article>";
  CHECK(blocks_of("<title>The bridge of the town</title><main><article><h1>The bridge of the town"
                  "</h1></article>" +
                  piece + piece + "</main>")
            .size() == 8);
}

TEST_CASE("one article of a page with several is enough, if the page has a headline") {
  const std::string other =
      "<article><h1>The harbour</h1><div class='entry-content'>" + kArticle + "</div></article>";
  CHECK(blocks_of("<title>The bridge</title><article><h1>The bridge</h1>"
                  "<div class='entry-content'><p>First, the bridge.</p>" +
                  kArticle + kArticle + "</div></article>" + other + other)
            .size() == 7);
}

TEST_CASE("a page without an article gives the text that it has") {
  std::string list = "<body><div id=list>";
  for (int i = 0; i < 12; ++i)
    list +=
        "<div class=item><h2><a href=x>A thing happened</a></h2><p>It happened on a Monday, "
        "and nobody had expected it to happen at all.</p></div>";
  CHECK(blocks_of(list + "</div></body>").size() >= 12);
  CHECK(blocks_of("<p>Short.</p>") == Blocks{"p Short."});
}

TEST_CASE("where names hide all of a page they do not count") {
  CHECK(blocks_of("<div class='share-wrapper promo'>" + kArticle + "</div>") == kArticleBlocks);
  CHECK(blocks_of("<div style='visibility:hidden'>" + kArticle + "</div>") == kArticleBlocks);
}

TEST_CASE("a page that a script was to write gives what it states for machines") {
  CHECK(blocks_of("<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"NewsArticle\", "
                  "\"articleBody\": \"The council of the river town met on Monday, and its members "
                  "spoke for four hours about the bridge, the market, the new school and the dam."
                  "\\nNobody had expected an agreement, since the last meetings had ended in a "
                  "quarrel of all with all.\\u0001\"}]}</script><div id=app></div>") ==
        Blocks{"p The council", "p Nobody had"});
  CHECK(blocks_of("<meta name=description content='The council met.'><div id=app></div>", 3) ==
        Blocks{"p The council met."});
  CHECK(blocks_of("<script type='application/ld+json'>{\"articleBody\": </script>").empty());
}

TEST_CASE("the headline is the h1 that the head of the page agrees with") {
  CHECK(title_of("<title>The bridge of the town - River News</title><h1>River News</h1>"
                 "<h1>The  bridge of the town</h1>") == "The bridge of the town");
  CHECK(title_of("<meta property='og:title' content='The bridge of the town'>"
                 "<title>River News</title><h1>All news</h1>") == "The bridge of the town");
  CHECK(title_of("<h1>The bridge</h1>") == "The bridge");
  CHECK(title_of("<p>Text.</p>").empty());
}

TEST_CASE("the headline is not in the body") {
  CHECK(blocks_of("<title>The bridge</title><div class=story><h1>The bridge</h1>" + kArticle +
                  "</div>") == kArticleBlocks);
}

TEST_CASE("other scripts are measured by what they say") {
  CHECK(
      blocks_of(
          "<title>橋</title><div><a href=1>首頁</a> <a href=2>新聞</a></div><h1>橋</h1><div>"
          "<p>市議會星期一開會，議員們就大橋、市場和新學校的問題討論了四個小時，直到深夜才結束。</"
          "p>"
          "<p>沒有人想到會達成協議，因為前三次會議都以爭吵告終，可是這一次市長帶來了一張地圖。</p>"
          "</div>")
          .size() == 2);
}
