// The query language: what parses to what, what is refused and where, and that nothing crashes.
#include "searcher/query/query_parser.hpp"

#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "furat/errors.hpp"
#include "tests/support/catch.hpp"

using furat::parse_plain;
using furat::parse_query;
using furat::QueryField;
using furat::QueryLimits;
using furat::QueryNode;
using furat::RequestError;

namespace {

constexpr const char* kFieldNames[] = {
    "", "title:", "place:", "actor:", "date:", "published:", "source:", "kind:", "article:"};

std::string shown(const furat::Closeness& closeness) {
  if (closeness.same_sentence) return "/s ";
  return (closeness.ordered ? ">" : "/") + std::to_string(closeness.words) + " ";
}

/// A node as one line: [a b] a sequence, {a b} alternatives, 'a' a word, "a" a phrase, </5 a b>
/// near.
std::string shown(const QueryNode& node) {
  std::string out = node.required ? "+" : node.excluded ? "-" : "";
  out += kFieldNames[static_cast<int>(node.field)];
  switch (node.kind) {
    case QueryNode::Kind::word:
      return out + "'" + node.text + "'";
    case QueryNode::Kind::phrase:
      return out + '"' + node.text + '"';
    case QueryNode::Kind::prefix:
      return out + "'" + node.text + "'*";
    case QueryNode::Kind::wildcard:
      return out + "~" + node.text + "~";
    case QueryNode::Kind::close:
      return out + "<" + shown(node.closeness) + shown(node.children[0]) + " " +
             shown(node.children[1]) + ">";
    case QueryNode::Kind::sequence:
    case QueryNode::Kind::any_of:
      break;
  }
  const bool sequence = node.kind == QueryNode::Kind::sequence;
  out += sequence ? '[' : '{';
  for (const QueryNode& child : node.children) {
    if (&child != &node.children.front()) out += ' ';
    out += shown(child);
  }
  return out + (sequence ? ']' : '}');
}

std::optional<RequestError> rejection(const std::string& query, const QueryLimits& limits = {}) {
  try {
    static_cast<void>(parse_query(query, limits));
    return std::nullopt;
  } catch (const RequestError& error) {
    return error;
  }
}

/// Every span lies in the query and children lie in their parents, in order.
void check_spans(const QueryNode& node, std::size_t size) {
  REQUIRE(node.span.begin <= node.span.end);
  REQUIRE(node.span.end <= size);
  std::size_t at = node.span.begin;
  for (const QueryNode& child : node.children) {
    REQUIRE(child.span.begin >= at);
    REQUIRE(child.span.end <= node.span.end);
    at = child.span.end;
    check_spans(child, size);
  }
}

struct Accepted {
  std::string query, tree;
};

struct Rejected {
  std::string query;
  std::size_t column;
  std::string part;  ///< of the sentence
};

}  // namespace

TEST_CASE("queries parse to the tree they read as") {
  const auto c = GENERATE(values<Accepted>({
      {"", "[]"},
      {" \t\n ", "[]"},
      {"siege", "['siege']"},
      {"siege of Deir ez-Zor", "['siege' 'of' 'Deir' 'ez-Zor']"},
      {"Raqqa, Tabqa; (dam).", "['Raqqa' 'Tabqa' 'dam']"},
      {"\"Deir Ezzor\"", "[\"Deir Ezzor\"]"},
      {"\u201CDeir Ezzor\u201D", "[\"Deir Ezzor\"]"},
      {"\u00ABدير الزور\u00BB", "[\"دير الزور\"]"},
      {"\u201CDeir\" x", "[\"Deir\" 'x']"},
      {"دير الزور", "['دير' 'الزور']"},
      {"a\u00A0b\u200Fc", "['a' 'b' 'c']"},
      {"milit*", "['milit'*]"},
      {"milit**", "['milit'*]"},
      {"+bridge crossing", "[+'bridge' 'crossing']"},
      {"Raqqa -Tabqa", "['Raqqa' -'Tabqa']"},
      {"Raqqa -\"Tabqa dam\"", "['Raqqa' -\"Tabqa dam\"]"},
      {"a OR b", "[{'a' 'b'}]"},
      {"a | b OR c d", "[{'a' 'b' 'c'} 'd']"},
      {"a OR b OR c d OR e", "[{'a' 'b' 'c'} {'d' 'e'}]"},
      {"(a b) OR c", "[{['a' 'b'] 'c'}]"},
      {"a -(b OR c)", "['a' -{'b' 'c'}]"},
      {"-b OR c a", "[-{'b' 'c'} 'a']"},
      {"((a))", "['a']"},
      {"(+a)", "[[+'a']]"},
      {"a (b -c)", "['a' ['b' -'c']]"},
      {"f(x)", "['f' 'x']"},
      {"a\"b\"c", "['a' \"b\" 'c']"},
      {"a|b", "['a|b']"},
      {"or not and", "['or' 'not' 'and']"},
      {"a AND b", "[+'a' +'b']"},
      {"a b AND c", "[+['a' 'b'] +'c']"},
      {"a AND NOT b", "[+'a' -'b']"},
      {"a AND -b -c", "[+'a' -'b' -'c']"},
      {"a NOT b", "['a' -'b']"},
      {"a OR b NOT (c OR d)", "[{'a' 'b'} -{'c' 'd'}]"},
      {"a NOT (b OR c)", "['a' -{'b' 'c'}]"},
      {"(a AND b) OR c", "[{[+'a' +'b'] 'c'}]"},
      {"a AND (b OR c)", "[+'a' +{'b' 'c'}]"},
      {"title:AND x", "[title:'AND' 'x']"},
      {"oil NEAR/5 field", "[</5 'oil' 'field'>]"},
      {"a oil ADJ/1 field b", "['a' <>1 'oil' 'field'> 'b']"},
      {"a NEAR/2 b NEAR/3 c", "[</3 </2 'a' 'b'> 'c'>]"},
      {"a SENTENCE b NEAR/2 c", "[</s 'a' </2 'b' 'c'>>]"},
      {"a NEAR/s b SENTENCE c", "[</s </s 'a' 'b'> 'c'>]"},
      {"\"a b\" NEAR/2 (c OR ddd*)", "[</2 \"a b\" {'c' 'ddd'*}>]"},
      {"(Deir ez-Zor) NEAR/9 oil", "[</9 ['Deir' 'ez-Zor'] 'oil'>]"},
      {"x -a NEAR/2 b", "['x' -</2 'a' 'b'>]"},
      {"a NEAR/2 b OR c", "[{</2 'a' 'b'> 'c'}]"},
      {"a near/2 b NEAR", "['a' 'near/2' 'b' 'NEAR']"},
      {"=offensives", "[\"offensives\"]"},
      {"a=b", "['a=b']"},
      {"mil*tia off?nsive*", "[~mil*tia~ ~off?nsive*~]"},
      {"who attacked Raqqa?", "['who' 'attacked' 'Raqqa']"},
      {"http://x.org/?q=1", "['http://x.org/?q=1']"},
      {"article:a.txt", "[article:'a.txt']"},
      {"a - b", "['a' 'b']"},
      {"a & b", "['a' 'b']"},
      {"a -& b", "['a' 'b']"},
      {"a --b", "['a' 'b']"},
      {"ez-Zor", "['ez-Zor']"},
      {"a+b", "['a+b']"},
      {"C++ x", "['C' 'x']"},
      {"http://x", "['http://x']"},
      {"author:smith", "['author:smith']"},
      {"title:siege", "[title:'siege']"},
      {"Title:OR x", "[title:'OR' 'x']"},
      {"title:offens*", "[title:'offens'*]"},
      {"title:\"third time\"", "[title:\"third time\"]"},
      {"place:\"Deir Ezzor\"", "[place:\"Deir Ezzor\"]"},
      {"date:2017-09..2017-10", "[date:'2017-09..2017-10']"},
      {"date:..2017-10", "[date:'..2017-10']"},
      {"date:2017-10..", "[date:'2017-10..']"},
      {"siege -place:Syria", "['siege' -place:'Syria']"},
      {"place:a OR place:b", "[{place:'a' place:'b'}]"},
      {"actor:SDF published:2019 source:AFP", "[actor:'SDF' published:'2019' source:'AFP']"},
      {"\"either OR (both) -x*\"", "[\"either OR (both) -x*\"]"},
      {std::string("a\0b", 3), "['a' 'b']"},
      {"a\x1B[31mb", "['a' '31mb']"},
  }));
  INFO(c.query);
  const QueryNode root = parse_query(c.query);
  CHECK(shown(root) == c.tree);
  check_spans(root, c.query.size());
}

TEST_CASE("a refused query names the byte where its fault begins") {
  const auto c = GENERATE(values<Rejected>({
      {"\"", 0, "no closing one"},
      {"a \"b c", 2, "no closing one"},
      {"a \u201Cb", 2, "no closing one"},
      {"\"\"", 0, "no word between these quotation"},
      {"a \"...\"", 2, "no word between these quotation"},
      {"(a", 0, "no closing one"},
      {"a (b (c)", 2, "no closing one"},
      {"a)", 1, "closes nothing"},
      {"a ()", 2, "no word between these parentheses"},
      {"(&)", 0, "no word between these parentheses"},
      {"OR", 0, "OR must stand"},
      {"OR a", 0, "OR must stand"},
      {"a OR", 2, "OR must stand"},
      {"a |", 2, "OR must stand"},
      {"(a OR)", 3, "OR must stand"},
      {"a OR OR b", 2, "OR must stand"},
      {"a OR -b", 2, "OR must stand"},
      {"-OR", 1, "OR must stand"},
      {"-", 0, "no word to look for"},
      {"+", 0, "no word to look for"},
      {" ???", 1, "no word to look for"},
      {"-a", 1, "leave out"},
      {"-place:Syria", 1, "leave out"},
      {"a (-b)", 4, "leave out"},
      {"*", 0, "beginning of a word"},
      {"**", 0, "beginning of a word"},
      {"ab*", 0, "at least 3 letters"},
      {"x \u02BFab*", 2, "at least 3 letters"},
      {"بي*", 0, "at least 3 letters"},
      {"ez-Zor*", 0, "single word"},
      {"mi*ia", 0, "at least 3 letters"},
      {"*milit", 0, "at least 3 letters"},
      {"milit*-x", 0, "in a single word"},
      {"=milit*", 0, "no exact form"},
      {"AND a", 0, "AND must stand"},
      {"a AND", 2, "AND must stand"},
      {"a AND OR b", 2, "AND must stand"},
      {"a AND b OR c", 8, "AND and OR need parentheses"},
      {"a OR b AND c", 2, "AND and OR need parentheses"},
      {"a NOT", 2, "NOT must stand before"},
      {"NOT", 0, "NOT must stand before"},
      {"a NOT b OR c", 8, "NOT and OR need parentheses"},
      {"a OR b NOT c OR d", 13, "NOT and OR need parentheses"},
      {"a OR NOT b", 2, "OR must stand"},
      {"NOT a", 4, "leave out"},
      {"a NEAR/5", 2, "NEAR/5 must stand"},
      {"SENTENCE a", 0, "SENTENCE must stand"},
      {"a NEAR/0 b", 2, "from 1 to 50"},
      {"a ADJ/51 b", 2, "from 1 to 50"},
      {"a NEAR/x b", 2, "from 1 to 50"},
      {"a NEAR/2 -b", 2, "NEAR/2 must stand"},
      {"a NEAR/2 place:b", 9, "stands between words"},
      {"a NEAR/2 (b -c)", 9, "stands between words"},
      {"a NEAR/2 (b NEAR/2 c)", 2, "one after the other"},
      {"(a SENTENCE b) NEAR/2 c", 15, "one after the other"},
      {"a NEAR/1 b NEAR/1 c NEAR/1 d NEAR/1 e NEAR/1 f", 38, "4 times"},
      {"abc* abd* abe*", 10, "2 words with a star"},
      {"place:Raq*", 0, "text and the title only"},
      {"place:", 0, "followed at once"},
      {"a place: Raqqa", 2, "followed at once"},
      {"(place:)", 1, "followed at once"},
      {"place:(a)", 0, "not before parentheses"},
      {"place:&", 0, "no word after"},
      {"date:\"\"", 0, "no word between"},
      {"\"a b c d e f g h i j k\"", 0, "10 words at most"},
      {"a-b-c-d-e-f-g-h-i-j-k", 0, "10 words at most"},
      {"(((((((((a)))))))))", 8, "8 deep"},
  }));
  INFO(c.query);
  const auto error = rejection(c.query);
  REQUIRE(error);
  CHECK(error->argument() == "query");
  CHECK(error->text() == c.query);
  CHECK(error->column() == c.column);
  INFO(error->what());
  CHECK(std::string(error->what()).find(c.part) != std::string::npos);
}

TEST_CASE("a word stands in the query where its span says, without its punctuation") {
  const std::string query = "x \u00ABa b\u00BB, -place:Syria! (Raqqa, milit*)";
  const QueryNode root = parse_query(query);
  const auto written = [&](const QueryNode& node) {
    return query.substr(node.span.begin, node.span.end - node.span.begin);
  };
  REQUIRE(root.children.size() == 4);
  CHECK(written(root) == query);
  CHECK(written(root.children[1]) == "\u00ABa b\u00BB");
  CHECK(written(root.children[2]) == "place:Syria!");
  CHECK(written(root.children[3]) == "(Raqqa, milit*)");
  CHECK(written(root.children[3].children[0]) == "Raqqa");
  CHECK(written(root.children[3].children[1]) == "milit*");
}

TEST_CASE("a query has 32 words at most, a value counts as one, and plain text has no such limit") {
  std::string words;
  for (int i = 0; i < 32; ++i) words += std::to_string(i) + " ";
  CHECK(parse_query(words).children.size() == 32);
  const auto error = rejection(words + "more");
  REQUIRE(error);
  CHECK(error->column() == words.size());
  CHECK_FALSE(rejection("place:\"a b c d e f g h i j k l m\""));
  CHECK(parse_plain(words + "more").children.size() == 33);
  CHECK(parse_plain(words, 5).children.size() == 5);
}

TEST_CASE("plain language has no operators, and names keep their hyphens") {
  const auto c = GENERATE(values<Accepted>({
      {"", "[]"},
      {"\"-(*", "[]"},
      {"What (if anything) -is* in place:Raqqa?",
       "['What' 'if' 'anything' 'is' 'in' 'place' 'Raqqa']"},
      {"Deir ez-Zor OR", "['Deir' 'ez-Zor' 'OR']"},
      {"the long- awaited", "['the' 'long' 'awaited']"},
  }));
  INFO(c.query);
  const QueryNode root = parse_plain(c.query);
  CHECK(shown(root) == c.tree);
  check_spans(root, c.query.size());
}

TEST_CASE("a chain of hyphens in plain language does not become an endless phrase") {
  std::string chain = "a";
  for (int i = 0; i < 200; ++i) chain += "-a";
  for (const QueryNode& word : parse_plain(chain).children) CHECK(word.text.size() <= 15);
}

TEST_CASE("queries of a megabyte are refused by their length and harmless without that limit") {
  constexpr std::size_t kMegabyte = 1'000'000;
  const QueryLimits no_length{.bytes = 10 * kMegabyte};
  const auto unit = GENERATE(as<std::string>{}, "a ", "(", ")", "\"", "\" ", "-", "- ", "OR ", "*",
                             "a* ", "a OR (", "-(", "title:", "\u201C", "دير ", "\xFF", "a\"");
  std::string query;
  while (query.size() < kMegabyte) query += unit;
  INFO(unit);
  const auto error = rejection(query);
  REQUIRE(error);
  CHECK(error->column() == 1024);
  CHECK(error->text().size() == query.size());
  static_cast<void>(rejection(query, no_length));
  static_cast<void>(parse_plain(query));
}

TEST_CASE("a hundred thousand parentheses are refused at the ninth") {
  const auto error = rejection(std::string(100'000, '('), {.bytes = 200'000});
  REQUIRE(error);
  CHECK(error->column() == 8);
}

TEST_CASE(
    "a star behind a sign that some ICU takes for a word is refused, not read beyond the words") {
  CHECK_THROWS_AS(parse_query("\x92@*"), furat::RequestError);
  CHECK_THROWS_AS(parse_query("•@*"), furat::RequestError);
  CHECK_THROWS_AS(parse_query("title:•@*"), furat::RequestError);
}

TEST_CASE("random bytes and random pieces of the language never do more than be refused",
          "[hostile]") {
  const std::vector<std::string> pieces{
      "a",        "Raqqa",    " ",          "  ",       "(",      ")",      "\"",     "\u201C",
      "\u201D",   "+",        "-",          "*",        "OR",     " OR ",   "|",      "place:",
      "date:",    "title:",   "..",         "2017-09",  "دير",    "\u064E", "\u200F", "\u00A0",
      "\xFF",     "\xE2\x80", "\x1B",       "http://x", "milit*", ":",      " AND ",  " NOT ",
      " NEAR/3 ", " ADJ/2 ",  " SENTENCE ", "=",        "mil?t*a"};
  std::mt19937 random(20171014);
  const auto below = [&random](std::size_t n) { return random() % n; };
  std::size_t accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string query;
    for (std::size_t n = below(24); n > 0; --n) {
      query += round % 2 == 0 ? pieces[below(pieces.size())]
                              : std::string(1, static_cast<char>(below(256)));
    }
    try {
      check_spans(parse_query(query), query.size());
      ++accepted;
    } catch (const RequestError& error) {
      REQUIRE(error.argument() == "query");
      REQUIRE(error.column() <= query.size());
    }
    check_spans(parse_plain(query), query.size());
  }
  CHECK(accepted > 1000);
}

namespace {

/// The lines of the blocks of docs/query-language.md that begin with ```<kind>.
std::vector<std::pair<std::string, std::string>> documented(const std::string& kind) {
  std::ifstream file(FURAT_SOURCE_DIR "/docs/query-language.md");
  REQUIRE(file);
  std::vector<std::pair<std::string, std::string>> found;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      inside = line.substr(3) == kind;
    } else if (inside) {
      const std::size_t gap = line.find("   ");
      REQUIRE(gap != std::string::npos);
      found.emplace_back(line.substr(0, gap), line.substr(line.find_first_not_of(' ', gap)));
    }
  }
  return found;
}

}  // namespace

TEST_CASE("every query that the documentation shows parses") {
  const auto examples = documented("queries");
  CHECK(examples.size() > 25);
  for (const auto& [query, meaning] : examples) {
    INFO(query);
    CHECK_NOTHROW(parse_query(query));
  }
}

TEST_CASE("every query that the documentation calls refused is refused in these words") {
  const auto examples = documented("rejected");
  CHECK(examples.size() > 10);
  for (const auto& [query, sentence] : examples) {
    INFO(query);
    const auto error = rejection(query);
    REQUIRE(error);
    CHECK(error->what() == sentence);
  }
}
