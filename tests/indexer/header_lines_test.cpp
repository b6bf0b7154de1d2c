#include "indexer/passages/header_lines.hpp"

#include "tests/indexer/split_support.hpp"

using namespace furat::indexer;
using namespace furat::indexer::testing;
using namespace std::string_literals;

namespace {

constexpr std::chrono::sys_days kDay = std::chrono::year(2017) / 10 / 4;

/// What the lines state, as "title|source|author|url|date".
std::string stated(const std::vector<std::string>& lines, const std::string& known_title = {}) {
  HeaderLines header(known_title);
  for (const std::string& line : lines) (void)header.take(line, {});
  const HeaderFields& found = header.found();
  return found.title + '|' + found.source + '|' + found.author + '|' + found.url + '|' +
         (found.published ? "dated" : "");
}

}  // namespace

TEST_CASE("labelled lines above a text are metadata and no text") {
  const std::string text =
      "Title: The northern pier\n"
      "Source: Harbour Notes\n"
      "By Jane Doe and John Roe\n"
      "URL: https://x.test/2017/pier\n"
      "Date: Wed, 4 Oct 2017 10:00:00 +0300\n\n" +
      kHarbour + "\n\n" + kMarket + "\n";
  const SplitArticle result = split(text);
  CHECK(result.header.title == "The northern pier");
  CHECK(result.header.source == "Harbour Notes");
  CHECK(result.header.author == "Jane Doe and John Roe");
  CHECK(result.header.url == "https://x.test/2017/pier");
  CHECK(result.date_line == kDay);
  CHECK(dropped(text).size() == 5);
  CHECK(paragraphs(text) == std::vector{kHarbour, kMarket});
}

TEST_CASE("a label and a value that fits are needed") {
  CHECK(stated({"Source: Reuters"}) == "|Reuters|||");
  CHECK(stated({"SOURCE:  The Daily Harbour "}) == "|The Daily Harbour|||");
  CHECK(stated({"المصدر: رويترز"}) == "|رويترز|||");
  CHECK(stated({"Source: https://x.test/a"}) == "|||https://x.test/a|");
  CHECK(stated({"Author: Jane Doe"}) == "||Jane Doe||");
  CHECK(stated({"Published on: 4 October 2017"}) == "||||dated");
  CHECK(stated({"Datum: Mittwoch, 4. Oktober 2017, 10:30 Uhr"}) == "||||dated");
  const auto text = GENERATE(
      "Source: The minister said that the pier was closed."s, "Source:"s, "Sources: one, two"s,
      "Source: one two three four five six seven eight nine"s, "URL: see below"s,
      "Link: https://x.test/a and more"s, "Author: the 3 men"s, "Title:"s, "Published: in spring"s,
      "Date: 04/10/2017"s, "Date: 4 October 2017 to 6 October 2017"s,
      "Date: 4 October 2017, as Jane Doe wrote in spring"s, "He said: no"s, "12:30"s);
  CAPTURE(text);
  CHECK(stated({text}) == "||||");
}

TEST_CASE("a byline is a name below another line") {
  const auto names = GENERATE("Jane Doe"s, "Jane Doe and John Roe"s, "Jane A. Doe, Reuters"s,
                              "JANE DOE"s, "Khalid al-Khatib"s, "Jean-Luc de la Tour"s);
  CHECK(stated({"A headline", "By " + names}) == "||" + names + "||");
  CHECK(stated({"By " + names}, "A headline") == "||" + names + "||");
  CHECK(stated({"By " + names}) == "||||");
  CHECK(stated({"A headline", "By " + names + " in Beirut"}) == "||" + names + "||");
}

TEST_CASE("what begins with By need be no byline") {
  const auto line = GENERATE("By Land and Sea"s, "By Monday Evening"s, "By the sea"s, "By 2017"s,
                             "By Jane Doe stood a crate."s, "By The Numbers"s, "By Reuters"s,
                             "By all the roads that lead to town"s, "Byline"s);
  CHECK(stated({"A headline", line}) == "||||");
}

TEST_CASE("only the first line of a field counts") {
  CHECK(stated({"Source: One", "Source: Two"}) == "|One|||");
}

TEST_CASE("a source below a line about a picture is the picture's") {
  CHECK(stated({"Photo: the pier at night", "Source: Getty"}) == "||||");
  CHECK(stated({"Photo: the pier at night", "The pier", "Source: One"}) == "|One|||");
}

TEST_CASE("a title is labelled above everything else, and is no other than the known one") {
  CHECK(stated({"Name: Jane Doe", "Title: Captain"}) == "||||");
  CHECK(stated({"Source: One", "Title: The pier"}) == "The pier|One|||");
  CHECK(stated({"Title: The pier"}, "the PIER") == "The pier||||");
  CHECK(stated({"Title: The pier"}, "Another") == "||||");
}

TEST_CASE("behind the begin of the text, and behind ten lines, no line is metadata") {
  CHECK(stated({kMarket, "Source: One"}) == "||||");
  CHECK(stated({"He was asked why the pier had been closed.", "Source: One"}) == "||||");
  std::vector<std::string> lines(9, "A short line");
  lines.emplace_back("Source: One");
  CHECK(stated(lines) == "|One|||");
  lines.insert(lines.begin(), "A short line");
  CHECK(stated(lines) == "||||");
}

TEST_CASE("an office below a byline stays with it") {
  const std::string text = "The northern pier\nBy Jane Doe\nHarbour correspondent\n\n" + kHarbour +
                           "\n\n" + kMarket + "\n";
  CHECK(split(text).header.author == "Jane Doe");
  CHECK(dropped(text).empty());
  const std::string alone =
      "The northern pier\nBy Jane Doe\n\n" + kHarbour + "\n\n" + kMarket + "\n";
  CHECK(dropped(alone) == std::vector{"By Jane Doe"s});
  CHECK(split(alone).title == "The northern pier");
}

TEST_CASE("an article of nothing but labelled lines keeps them as its text") {
  const std::string text = "Source: Harbour Notes\nAuthor: Jane Doe\n";
  CHECK(split(text).header.source == "Harbour Notes");
  CHECK(dropped(text).empty());
  CHECK_FALSE(split(text).passages.empty());
}

TEST_CASE("a part of a wrapped paragraph is no labelled line") {
  const std::string text = wrapped(
      "The keeper of the maps spoke with two papers about a gift that nobody had expected. He "
      "named "
      "By Jane Doe and others as the ones who had seen it first, and then he named one more\n" +
          kLibrary,
      60);
  CHECK(dropped(text).empty());
}

TEST_CASE("blocks that a format states may be such lines, one or several in a paragraph") {
  Article article = article_of("The northern pier\n\nSource: Harbour Notes\nDate: 4 Oct 2017\n\n" +
                               kHarbour + "\n\nAuthor: Jane Doe\n");
  const auto block = [&](const std::string& from, const std::string& to, BlockKind kind) {
    const auto begin = article.body.find(from);
    const auto end = article.body.find(to) + to.size();
    article.blocks.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
  };
  block("The northern", "pier", BlockKind::heading);
  block("Source", "2017", BlockKind::paragraph);
  block(kHarbour, kHarbour, BlockKind::paragraph);
  block("Author", "Doe", BlockKind::paragraph);
  const SplitArticle result = split_passages(article);
  CHECK(result.header.source == "Harbour Notes");
  CHECK(result.date_line == kDay);
  CHECK(result.header.author.empty());
  CHECK(result.dropped.size() == 1);
}
