#include "indexer/readers/html/html_tree.hpp"

#include <string>

#include "indexer/readers/html/attribute_limit.hpp"
#include "indexer/readers/html/html_tree_builder.hpp"
#include "tests/support/catch.hpp"

using furat::indexer::HtmlNode;
using furat::indexer::HtmlTree;
using furat::indexer::HtmlTreeBuilder;
using furat::indexer::kNoNode;
using furat::indexer::limit_attributes;
using furat::indexer::NodeId;
using namespace std::string_literals;

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

/// "div(p('one' b('two')))"
std::string outline(const HtmlTree& tree, NodeId id) {
  const HtmlNode& node = tree.node(id);
  if (node.is_text()) return "'" + node.text + "'";
  std::string inner;
  for (NodeId child = id + 1; child < node.past; child = tree.node(child).past) {
    if (!inner.empty()) inner += ' ';
    inner += outline(tree, child);
  }
  return node.tag + "(" + inner + ")";
}

std::string body_outline(std::string_view page) {
  const HtmlTree tree = HtmlTree::parse(page);
  const NodeId body = tree.find("body");
  return body == kNoNode ? std::string() : outline(tree, body);
}

/// What every tree must be, whatever the page was.
void check_shape(const HtmlTree& tree) {
  const auto nodes = tree.nodes();
  REQUIRE(!nodes.empty());
  CHECK(nodes[0].tag == "html");
  CHECK(nodes[0].parent == kNoNode);
  CHECK(nodes[0].past == nodes.size());
  for (NodeId id = 1; id < nodes.size(); ++id) {
    const HtmlNode& node = nodes[id];
    const HtmlNode& parent = nodes[node.parent];
    const bool sound = node.parent < id && node.past > id && node.past <= parent.past &&
                       node.depth == parent.depth + 1 && !parent.is_text();
    if (!sound) FAIL("node " << id << " is not within its parent");
  }
}

}  // namespace

TEST_CASE("a page becomes a flat list in document order") {
  const HtmlTree tree = HtmlTree::parse(
      "<html lang=fr><body><DIV Class='a b' hidden>one<p>two</p></DIV>three</body></html>");
  check_shape(tree);
  CHECK(outline(tree, 0) == "html(body(div('one' p('two')) 'three'))");
  CHECK(tree.node(0).attribute("lang") == "fr");
  const HtmlNode& div = tree.node(tree.find("div"));
  CHECK(div.attribute("class") == "a b");
  CHECK(div.has_attribute("hidden"));
  CHECK(div.attribute("id").empty());
  CHECK(!div.has_attribute("id"));
  CHECK(tree.is_within(tree.find("p"), tree.find("div")));
  CHECK(!tree.is_within(tree.find("div"), tree.find("p")));
}

TEST_CASE("elements that came with HTML5 are elements like any other") {
  CHECK(body_outline("<main><article><header><h1>T</h1></header><section><time datetime=x>D</time>"
                     "<figure><figcaption>C</figcaption></figure></section></article></main>"
                     "<nav>N</nav><my-box>B</my-box>") ==
        "body(main(article(header(h1('T')) section(time('D') figure(figcaption('C'))))) "
        "nav('N') my-box('B'))");
}

TEST_CASE("comments, instructions and the document type leave no nodes") {
  CHECK(body_outline("<!DOCTYPE html><?php echo 1 ?><!-- c --><p>a<!-- d -->b</p>") ==
        "body(p('ab'))");
}

TEST_CASE("sections of XML are text") {
  CHECK(HtmlTree::parse("<p>a<![CDATA[ b & c ]]> d]]> e <![CDATA[f").text_of(0) ==
        "a b & c d]]> e f");
}

TEST_CASE("what cannot stand in a head ends it, whether libxml2 knows it or not") {
  CHECK(body_outline("<title>T</title><article><p>a</p></article><main>b</main>") ==
        "body(article(p('a')) main('b'))");
  CHECK(body_outline("<head><meta charset=utf-8><section>a</section></head><body id=x>b</body>") ==
        "body(section('a') 'b')");
}

TEST_CASE("what scripts and styles hold is no markup") {
  CHECK(body_outline("<p>a</p><script>if (a<b) w('<p>x</p>');</script><style>p>b{}</style>") ==
        "body(p('a') script('if (a<b) w('<p>x</p>');') style('p>b{}'))");
}

TEST_CASE("entities are resolved, those of windows-1252 as the web means them") {
  CHECK(body_outline("<p title='&quot;&amp;'>&lt;b&gt; &eacute; &#233; &#x627; &#147;q&#148; "
                     "&copy; 2020 &nosuch; AT&T</p>") ==
        "body(p('<b> é é ا “q” © 2020 &nosuch; AT&T'))");
}

TEST_CASE("an entity of a control character leaves none") {
  const HtmlTree tree = HtmlTree::parse("<p>a&#1;&#0;&#127;&#129;b</p>");
  for (const char c : tree.text_of(0)) CHECK(static_cast<unsigned char>(c) >= 0x20);
}

TEST_CASE("text after the end of the body is in the body") {
  CHECK(body_outline("<body><p>a</p></body></html><p>b</p>") == "body(p('a') p('b'))");
  CHECK(body_outline("<body class=x><p>a</p><body id=y><p>b</p>") == "body(p('a') p('b'))");
}

TEST_CASE("unclosed elements lose no text") {
  CHECK(HtmlTree::parse("<div><p>one<p>two<ul><li>three<li>four<table><tr><td>five").text_of(0) ==
        "onetwothreefourfive");
  CHECK(HtmlTree::parse("<p>one <b>two <a href='x>three</a> four").text_of(0).find("one two") == 0);
  CHECK(HtmlTree::parse("</div></p></b>text</td>").text_of(0) == "text");
  CHECK(HtmlTree::parse("a < b and c <3 d").text_of(0) == "a < b and c <3 d");
}

TEST_CASE("an empty page is a root alone") {
  for (const auto* page : {"", " ", "<!-- only a comment", "<"}) check_shape(HtmlTree::parse(page));
  const HtmlTree empty = HtmlTree::parse("");
  CHECK(empty.nodes().size() == 1);
}

TEST_CASE("white space is folded, no-break spaces too") {
  CHECK(HtmlTree::parse("<p>  a \n\t b&nbsp; c </p>").text_of(0) == "a b c");
}

TEST_CASE("elements beyond the deepest come out flat, with all their text") {
  const HtmlTree tree = HtmlTree::parse(repeated("<div>", 100'000) + "deep" +
                                        repeated("</div>", 100'000) + "<p>after</p>");
  check_shape(tree);
  CHECK(tree.text_of(0) == "deepafter");
  for (const HtmlNode& node : tree.nodes()) CHECK_FALSE(node.depth > HtmlTree::kDeepest + 1);
}

TEST_CASE("hostile markup gives a sound tree") {
  const std::string page =
      GENERATE(repeated("<table><tr><td>x", 5'000), repeated("<p><font>word ", 5'000),
               repeated("<foo>", 20'000) + repeated("</div>", 20'000),
               repeated("</div>", 50'000) + "end", repeated("<!--", 10'000),
               "<p>a</p><script>" + repeated("x </scr", 10'000), repeated("&amp;", 100'000),
               repeated("&", 100'000), repeated("<", 100'000), repeated("<a href=x>y", 10'000),
               repeated("<body a=1><html b=2>", 10'000), repeated("<![CDATA[", 10'000),
               repeated("<template><p>t", 10'000), repeated("<form><select><option>x", 10'000),
               "<p title='" + repeated("x", 1'000'000) + "'>text</p>",
               "<" + repeated("a", 1'000'000) + ">text", repeated("<ul><li>", 20'000));
  check_shape(HtmlTree::parse(page));
}

TEST_CASE("attributes beyond the most are left out, the element stays") {
  std::string page = "<p>a</p><div";
  for (int i = 0; i < 5'000; ++i) page += " a" + std::to_string(i) + "=1";
  page += ">text</div>";
  const HtmlTree tree = HtmlTree::parse(page);
  CHECK(tree.text_of(0) == "atext");
  CHECK(tree.node(tree.find("div")).attributes.size() == HtmlTree::kMostAttributes);
}

TEST_CASE("the limit of attributes sees a tag as the parser does") {
  // Quotes that begin no value hide nothing.
  for (const auto* begin : {"<a x\"=' ", "<a =\" ", "<a / \" ", "<a b=c' "}) {
    std::string page = begin + repeated("n ", 50) + "'\">t";
    const std::size_t size = page.size();
    limit_attributes(page, 10);
    CHECK(page.size() == size);
    CHECK(std::count(page.begin(), page.end(), 'n') <= 10);
    CHECK(page.ends_with(">t"));
  }
  std::string quoted = "<a b='" + repeated("n ", 50) + "'>t";
  const std::string before = quoted;
  limit_attributes(quoted, 10);
  CHECK(quoted == before);
}

TEST_CASE("a comparison in a script does not swallow the rest of the page") {
  const HtmlTree tree =
      HtmlTree::parse("<head><script>for(;i<n.length;i++){" + repeated("a b ", 300) +
                      "s=\"x}</script><title>T</title></head><body><p>One \"two\" three.</p>");
  CHECK(tree.text_of(tree.find("title")) == "T");
  CHECK(tree.text_of(tree.find("body")) == "One \"two\" three.");
  const HtmlTree comment =
      HtmlTree::parse("<p>a</p><!-- i<n " + repeated("a b ", 300) + " --><p>b</p>");
  CHECK(comment.text_of(0) == "ab");
}

TEST_CASE("a tree has a most of nodes and says when it is cut") {
  HtmlTreeBuilder builder(4);
  builder.start("body", {});
  builder.start("p", {});
  builder.text("one");
  builder.end("p");
  CHECK(!builder.is_cut());
  builder.start("p", {});
  builder.text("two");
  builder.end("p");
  CHECK(builder.is_cut());
  CHECK(builder.take_nodes().size() == 4);
}
