// Sizes of passages, and what holds for any article.
#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "tests/indexer/split_support.hpp"

using namespace furat::indexer;
using namespace furat::indexer::testing;

TEST_CASE("neighbours are joined up to the limit and keep their line ends") {
  const SplitArticle result =
      split(words(50) + "\n\n" + words(60) + "\n\n" + words(20) + "\n\n" + words(130));
  REQUIRE(result.passages.size() == 3);
  CHECK(result.passages[0].text == words(50) + "\n" + words(60));
  CHECK(result.passages[1].text == words(20));
  CHECK(result.passages[2].text == words(130));
}

TEST_CASE("a long paragraph is cut at sentence ends into about equal parts") {
  std::string text = words(30);
  for (int i = 0; i < 9; ++i) text += ' ' + words(30);
  const SplitArticle result = split(text);
  REQUIRE(result.passages.size() == 2);
  CHECK(count_words(result.passages[0].text) == 150);
  CHECK(count_words(result.passages[1].text) == 150);
  CHECK(result.passages[0].text + ' ' + result.passages[1].text == text);
}

TEST_CASE("an endless sentence is cut at a space, an endless word anywhere") {
  for (const Passage& passage : split(words(1000)).passages) {
    CHECK(count_words(passage.text) <= 250);
    CHECK_FALSE(passage.text.ends_with(' '));
  }
  std::string endless;
  while (endless.size() < 60'000) endless += "河";
  std::string joined;
  const SplitArticle result = split(endless);
  CHECK(result.passages.size() > 3);
  for (const Passage& passage : result.passages) joined += passage.text;
  CHECK(joined == endless);
}

TEST_CASE("passages map to the bytes of files that are not UTF-8") {
  std::string bytes;
  for (const char c : "The pier\r\n\r\nThe harbour master has closed the pier for the winter.")
    bytes += {c, '\0'};
  bytes.resize(bytes.size() - 2);
  const SplitArticle result = split_passages(article_of(bytes));
  REQUIRE(result.passages.size() == 1);
  const Passage& passage = result.passages[0];
  const auto at = static_cast<std::uint32_t>(passage.text.find("winter"));
  const SourceSpan span = passage.map.to_source(at, at + 6);
  CHECK(bytes.substr(span.begin, span.end - span.begin) == std::string("w\0i\0n\0t\0e\0r\0", 12));
}

TEST_CASE("every letter of an article is in a passage, dropped, or a mended hyphen") {
  std::mt19937 random(5);
  const std::vector<std::string> lines = {
      "The pier is closed",
      "",
      "",
      " ",
      "Share this",
      "#Harbour",
      "• one of the items",
      "- another one;",
      "1. Market",
      "The harbour master has closed the pier, and the ferries now land at the old quay by the",
      "market of the town, where the crews help the people over a gangway that is steep and pro-",
      " government as it seems to those who have to walk on it.",
      "penin-",
      "sula",
      "including:",
      "Deir ez-",
      "Zor",
      "He said so.",
      "4 October 2017",
      "ولم يصب أحد بأذى في ذلك الصباح البارد عند الرصيف القديم",
      "Recent Posts",
      "Twitter",
      "a\u00A0\u00A0b",
      words(300),
      "-----",
      "\u00AD",
      "A: yes\t\tno",
      "[1] A note",
      "\uF0B7 sign"};
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    for (std::size_t n = random() % 25; n > 0; --n) bytes += lines[random() % lines.size()] + "\n";
    const SplitArticle result = split(bytes);
    std::string rest = bytes;
    const auto blank_out = [&rest](SourceSpan span) {
      std::fill(rest.begin() + static_cast<std::ptrdiff_t>(span.begin),
                rest.begin() + static_cast<std::ptrdiff_t>(span.end), ' ');
    };
    for (const SourceSpan span : result.dropped) blank_out(span);
    for (const Passage& passage : result.passages) {
      CHECK(count_words(passage.body()) <= 250);
      for (std::uint32_t i = 0; i < passage.text.size(); ++i) {
        if (passage.text[i] != '\n' && passage.text[i] != ' ')
          blank_out(passage.map.to_source(i, i + 1));
      }
    }
    if (result.passages.empty()) continue;
    std::erase_if(rest, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '-'; });
    for (const std::string_view gone : {"\uF0B7", "\u00AD", "\u00A0"}) {
      for (std::size_t at = rest.find(gone); at != std::string::npos; at = rest.find(gone))
        rest.erase(at, gone.size());
    }
    CAPTURE(bytes);
    REQUIRE(rest.empty());
  }
}

TEST_CASE("a very long article is split in linear time") {
  const bool one_line = GENERATE(true, false);
  std::string bytes;
  while (bytes.size() < 8'000'000) bytes += kHarbour + (one_line ? " " : "\n");
  Article article = article_of(bytes);
  const auto begin = std::chrono::steady_clock::now();
  const SplitArticle result = split_passages(article);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  CHECK(result.passages.size() > 1000);
  CHECK(seconds.count() < 30);  // a second or so, unless the time is quadratic
}
