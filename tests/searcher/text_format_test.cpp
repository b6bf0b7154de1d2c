// What people get to see of an answer, and that it fits their terminal and cannot command it.
#include <random>
#include <string>
#include <vector>

#include "searcher/cli/display_width.hpp"
#include "searcher/cli/text_format.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "tests/searcher/handmade_results.hpp"

namespace furat::cli {

using namespace formats;

namespace {

/// `text` without the escape sequences that we ourselves put in.
std::string without_escapes(std::string text) {
  for (const std::string sequence : {"\x1B[1m", "\x1B[22m"}) {
    for (std::size_t at; (at = text.find(sequence)) != std::string::npos;)
      text.erase(at, sequence.size());
  }
  for (std::size_t at; (at = text.find("\x1B]8;;")) != std::string::npos;)
    text.erase(at, text.find("\x1B\\", at) + 2 - at);
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a hit, its names and its counts read well at eighty columns") {
  CHECK(format_text(mayadin_results(), request_for("Deir Ezzor"), {}) ==
        R"(12 passages in 7 articles, number 1 shown
Deir Ezzor: matched as Deir ez-Zor, Deir ez-Zor Governorate, which is spelled
alike; also searched for as Der Ezor, Dayrizor

1. Army enters Mayadin
  Field Notes · 2017-10-14 · news/mayadin.txt:9 · bytes 412-870
  … The army entered Mayadin on Saturday.
  places: Mayadin, Deir ez-Zor
  dates: 2017-10-14
  actors: Syrian Army

place: 3 of 14 values, 2 passages without
  Syria                      12  7 articles  ██████████████████████████████
    Deir ez-Zor Governorate   9  5 articles  ██████████████████████▌
*     Mayadin                 3  1 article   ███████▌

date: 2 values
  2017               12  7 articles                  ███████████████████████████
    14 October 2017  12  7 articles  (3 to the day)  ███████████████████████████
)");
}

TEST_CASE("the two ends of a date are shown as one, and a night by its day") {
  auto results = mayadin_results();
  auto& mentions = results.hits.front().mentions;
  mentions = {mention("date", "2016-03", "2016-03"), mention("date", "2016-06", "2016-06"),
              mention("date", "2017-09-30TNI", "2017-09-30")};
  mentions.front().flags = {"begins-range"};
  CHECK(contains(format_text(results, request_for("Deir Ezzor"), {}),
                 "  dates: 2016-03..2016-06, 2017-09-30\n"));
}

TEST_CASE("colour makes titles and marks bold and changes nothing else") {
  const SearchResults results = mayadin_results();
  const SearchRequest request = request_for("mayadin");
  const std::string plain = format_text(results, request, {});
  const std::string coloured = format_text(results, request, {.colour = true});
  CHECK(contains(coloured, "1. \x1B[1mArmy enters Mayadin\x1B[22m\n"));
  CHECK(contains(coloured, "entered \x1B[1mMayadin\x1B[22m on"));
  CHECK(plain.find('\x1B') == std::string::npos);
  CHECK(without_escapes(coloured) == plain);
}

TEST_CASE("a title leads to its article, and the address cannot end the link") {
  SearchResults results = mayadin_results();
  const TextStyle style{.hyperlinks = true};
  CHECK(contains(format_text(results, {}, style),
                 "\x1B]8;;https://x.org/a%20b\x1B\\Army enters Mayadin\x1B]8;;\x1B\\"));
  results.hits[0].article.url = "https://x\x1B\\\x07\xC2\x9C";
  CHECK(contains(format_text(results, {}, style), "\x1B]8;;https://x%1B\\%07%C2%9C\x1B\\Army"));
  results.hits[0].article.url = "javascript:alert(1)";
  CHECK_FALSE(contains(format_text(results, {}, style), "javascript"));
}

TEST_CASE("a file leads to the line or page of the hit on this host") {
  SearchResults results = mayadin_results();
  results.hits[0].article.url.clear();
  TextStyle style{.hyperlinks = true};
  CHECK_FALSE(contains(format_text(results, {}, style), "\x1B]8;;file"));
  style.path_of_file = [](const std::string& file) { return "/a b/#1\x1B\\/" + file; };
  CHECK(contains(format_text(results, {}, style),
                 "/a%20b/%231%1B\\/news/mayadin.txt#L9\x1B\\news/mayadin.txt:9\x1B]8;;\x1B\\"));
  results.hits[0].page = 3;
  CHECK(contains(format_text(results, {}, style), "/news/mayadin.txt#page=3\x1B\\Army enters"));
}

TEST_CASE("an untitled article shows the first words of its passage") {
  SearchResults results = mayadin_results();
  results.hits[0].article.title = " \n";
  results.hits[0].article.source.clear();
  results.hits[0].article.published.clear();
  results.hits[0].heading = "The crossing";
  results.hits[0].page = 3;
  results.hits[0].passages_in_article = 4;
  const std::string text = format_text(results, {}, {});
  CHECK(contains(text, "1. The army entered Mayadin on Saturday.\n  undated · news/mayadin.txt:9"));
  CHECK(contains(text, " · page 3 · 4 passages of this\n  article match\n  The crossing\n"));
  results.hits[0].text.clear();
  CHECK(contains(format_text(results, {}, {}), "1. untitled\n"));
}

TEST_CASE("an empty answer says what no passage has") {
  SearchRequest request = request_for("siege of Mars");
  CHECK(format_text({}, request, {}) == "No passage has what was asked for: siege of Mars\n");
  request.filters = {{"place", "Mars", false}, {"date", "2017", true}};
  CHECK(format_text({}, request, {}) ==
        "No passage has what was asked for: siege of Mars (filters: place:Mars,\n-date:2017).\n");
  CHECK(format_text({}, {}, {}) == "No passage has what was asked for.\n");
}

TEST_CASE("the summary says which part of the hits is shown") {
  SearchResults results = mayadin_results();
  SearchRequest request;
  results.hits.push_back(mayadin_hit());
  results.hits[0].rank = 11;
  results.hits[1].rank = 12;
  results.notes = {"One note."};
  CHECK(lines_of(format_text(results, request, {}))[0] ==
        "12 passages in 7 articles, 11 to 12 shown");
  results.total_passages = results.total_hits = 2;
  CHECK(lines_of(format_text(results, request, {}))[0] == "2 passages in 7 articles");
  request.group = GroupBy::article;
  results.hits.clear();
  CHECK(lines_of(format_text(results, request, {}))[0] == "2 passages in 7 articles, none shown");
}

TEST_CASE("no line is wider than the terminal, whatever the archive holds") {
  const std::string& text = GENERATE(from_range(hostile_texts()));
  const std::size_t width = GENERATE(80u, 41u, 20u);
  INFO(text << " at " << width);
  const SearchResults results = hostile_results(text);
  for (const bool decorated : {false, true}) {
    const TextStyle style{.colour = decorated, .width = width, .hyperlinks = decorated};
    const std::string out = without_escapes(format_text(results, request_for(text), style));
    check_harmless(out);
    for (const std::string& line : lines_of(out)) {
      INFO(line);
      CHECK(display_width(line) <= width);
    }
  }
  check_harmless(format_text({}, request_for(text), {.width = width}));
}

TEST_CASE("random bytes stay harmless and within the width too", "[hostile]") {
  const std::vector<std::string> pieces{
      "\x1B", "[",      "]0;",    "\x07", "\xC2\x9B", "\u202E", "\n",    " ",    "漢",
      "دَ",    "\u0301", "\u200D", "👩",    "\uFE0F",   "\xFF",   "\xE2",  "word", "\u2028",
      "=",    "\"",     ",",      "ᄒ",   "ᅡ",       "ि",      "\u0600"};
  std::mt19937 random(99);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto n = random() % 60; n > 0; --n) text += pieces[random() % pieces.size()];
    INFO(text);
    const SearchResults results = hostile_results(text);
    const std::string out = format_text(results, request_for(text), {});
    check_harmless(out);
    for (const std::string& line : lines_of(out)) {
      INFO(line);
      REQUIRE(display_width(line) <= 80);
    }
  }
}

TEST_CASE("even a terminal of one column gets an answer") {
  for (const std::size_t width : {0u, 1u, 2u, 5u})
    CHECK_FALSE(format_text(hostile_results("漢字 word"), {}, {.width = width}).empty());
}

TEST_CASE("huge counts keep their digits and narrow terminals lose the bar") {
  SearchResults results = mayadin_results();
  results.facets[0].values[0].passages = 123'456'789;
  results.facets[0].values[0].precise = 123'456'789;
  const std::string wide = format_text(results, {}, {});
  CHECK(contains(wide, "123456789  7 articles  ████"));
  CHECK(contains(wide, "        9  5 articles  ▏"));
  const std::string narrow = format_text(results, {}, {.width = 40});
  CHECK(contains(narrow, "123456789  7 articles\n"));
}

TEST_CASE("display width counts columns, not bytes or code points") {
  struct Case {
    std::string text;
    std::size_t columns;
  };
  const auto c = GENERATE(values<Case>({
      {"", 0},
      {"abc", 3},
      {"e\u0301", 1},
      {"漢字", 4},
      {"ｱ", 1},
      {"한국", 4},
      {"\u1112\u1161\u11AB", 2},
      {"دَيْر", 3},
      {"الزَّوْر", 5},
      {"\u200B\u200E\u2060", 0},
      {"\u2764", 1},
      {"\u2764\uFE0F", 2},
      {" \uFE0F", 1},
      {"🇸🇾", 2},
      {"…·█", 3},
      {"हिन्दी", 5},
      {"\xFF", 1},
  }));
  INFO(c.text);
  CHECK(display_width(c.text) == c.columns);
  CHECK(fitting_prefix(c.text, c.columns) == c.text.size());
}

TEST_CASE("cutting never parts a letter from its marks") {
  CHECK(cut_to_width("Mayadin", 7) == "Mayadin");
  CHECK(cut_to_width("Mayadin", 6) == "Mayad…");
  CHECK(cut_to_width("Deir ez-Zor", 6) == "Deir…");
  CHECK(cut_to_width("漢字漢字", 4) == "漢…");
  CHECK(cut_to_width("دَيْر الزَّوْر", 3) == "دَيْ…");
  CHECK(cut_to_width("abc", 0).empty());
  CHECK(cut_to_width("abc", 1) == "…");
  CHECK(fitting_prefix("👩\u200D👧x", 5) == std::string("👩\u200D👧").size() + 1);
  CHECK(fitting_prefix("👩\u200D👧x", 3) == 0);
}

TEST_CASE("paragraphs break between words, and inside only what no line can hold") {
  const auto wrapped = [](const std::string& text, std::size_t first, std::size_t columns) {
    std::vector<std::string> lines;
    for (const TextSpan line : wrapped_lines(text, first, columns))
      lines.push_back(text.substr(line.begin, line.end - line.begin));
    return lines;
  };
  using Lines = std::vector<std::string>;
  CHECK(wrapped("one two  three", 7, 7) == Lines{"one two", "three"});
  CHECK(wrapped("one two", 2, 7) == Lines{"on", "e two"});
  CHECK(wrapped("  ", 7, 7) == Lines{});
  CHECK(wrapped("abcd  \u0301", 5, 5) == Lines{"abcd", "\u0301"});
  CHECK(wrapped("abcdefghij", 4, 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrapped("漢字漢字", 5, 5) == Lines{"漢字", "漢字"});
  CHECK(wrapped("漢字", 1, 1) == Lines{"漢", "字"});
  CHECK(wrapped("دَيْر الزَّوْر", 5, 5) == Lines{"دَيْر", "الزَّوْر"});
  CHECK(wrapped("بَبَبَبَ", 2, 2) == Lines{"بَبَ", "بَبَ"});
}

TEST_CASE("marks go on bold in the next line") {
  std::string out;
  append_paragraph(out, {"> ", 2, {"one two three", {{4, 13}}}, {}}, {.colour = true, .width = 9});
  CHECK(out == "> one \x1B[1mtwo\x1B[22m\n  \x1B[1mthree\x1B[22m\n");
}

TEST_CASE("sanitizing drops what a terminal obeys and keeps marks on their words") {
  const MarkedText clean = sanitized("\x1B[1mA\xFF\u202E b\nc", {{4, 5}, {9, 10}, {1, 1}});
  CHECK(clean.text == "[1mA\uFFFD b c");
  REQUIRE(clean.marks.size() >= 1);
  CHECK(clean.marks[0] == TextSpan{3, 4});
  const MarkedText second = sanitized("\xFFword \x07\x07 more", {{1, 5}, {6, 8}, {9, 99}});
  CHECK(second.text == "\uFFFDword  more");
  CHECK(second.marks == std::vector<TextSpan>{{3, 7}, {9, 13}});
  CHECK(sanitized(std::string("a\0b\r\n\u2028\x7F\xC2\x9B", 12)).substr(0, 5) == "ab   ");
  CHECK(sanitized("\u200Fدَيْر\u200C") == "\u200Fدَيْر\u200C");
  CHECK(valid_utf8("\x1B\xFF") == "\x1B\uFFFD");
}

}  // namespace
}  // namespace furat::cli
