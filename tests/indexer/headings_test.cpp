// Headlines, section headings, digest pages.
#include <string>
#include <vector>

#include "tests/indexer/split_support.hpp"

using namespace furat::indexer;
using namespace furat::indexer::testing;

TEST_CASE("a headline is the title and the heading of the first passage") {
  const SplitArticle result = split("The pier is closed\n\n" + words(90) + "\n\n" + words(90));
  CHECK(result.title == "The pier is closed");
  REQUIRE(result.passages.size() == 2);
  CHECK(result.passages[0].heading == "The pier is closed");
  CHECK(result.passages[0].heading_size == 18);
  CHECK(result.passages[0].body() == words(90));
  CHECK(result.passages[1].heading.empty());
  CHECK(result.passages[1].heading_size == 0);
}

TEST_CASE("a headline stands in the text, too, when the article's title is known") {
  Article article = article_of("THE PIER IS CLOSED!\n" + words(40));
  article.title = "The pier is closed";
  const SplitArticle result = split_passages(article);
  CHECK(result.title.empty());
  REQUIRE(result.passages.size() == 1);
  CHECK(result.passages[0].heading == "THE PIER IS CLOSED!");
}

TEST_CASE("a title that is a sentence is known by the article's title") {
  const std::string body = "The pier is closed for the winter.\n" + words(40);
  CHECK(split(body).passages[0].heading.empty());
  Article article = article_of(body);
  article.title = "The pier is closed for the winter";
  CHECK(split_passages(article).passages[0].heading == "The pier is closed for the winter.");
}

TEST_CASE("headings belong to the passages of their section") {
  const SplitArticle result =
      split("News of the coast\n\nThe harbour\n\n" + words(100) + "\n\n" + words(100) +
            "\n\n2. The market\n\n" + words(50) + "\n\nWhat now?\n\n" + words(30));
  REQUIRE(result.passages.size() == 4);
  CHECK(result.title == "News of the coast");
  CHECK(result.passages[0].heading == "News of the coast\nThe harbour");
  CHECK(result.passages[1].heading == "The harbour");
  CHECK(result.passages[1].heading_size == 0);
  CHECK(result.passages[2].text == "2. The market\n" + words(50));
  CHECK(result.passages[3].heading == "What now?");
}

TEST_CASE("a line below the headline heads the first passage only where no sections follow") {
  const SplitArticle result =
      split("The pier is closed\nFrom our notes of the week\n\n" + words(90) + "\n\n" + words(90));
  REQUIRE(result.passages.size() == 2);
  CHECK(result.passages[0].heading == "The pier is closed\nFrom our notes of the week");
  CHECK(result.passages[1].heading.empty());
}

TEST_CASE("headings are found without empty lines, too") {
  const SplitArticle result =
      split(words(60) + "\nThe long winter\n" + words(60) + "\n" + words(70));
  REQUIRE(result.passages.size() == 3);
  CHECK(result.passages[1].heading == "The long winter");
  CHECK(result.passages[2].heading == "The long winter");
}

TEST_CASE("a page of short items is split at their headlines") {
  const SplitArticle result = split(
      "The harbour\n\nMaster closes ‘dangerous’ pier before the storm\n\nThe harbour master has "
      "closed the pier.\nHe gave no date for its opening.\n\n"
      "Ferries moved to the old quay\n\nTwo ferries use the old quay since Monday\n1. \u00A0 The "
      "crews\nThe crews help people over the gangway.\n2. \u00A0 The rest\nThe rest stay on "
      "board.\n\n"
      "Oranges: a loss of 40 crates\n\nForty crates are still missing, the owner said.");
  REQUIRE(result.passages.size() == 3);
  CHECK(result.title == "The harbour");
  CHECK(result.passages[0].heading ==
        "The harbour\nMaster closes ‘dangerous’ pier before the storm");
  CHECK(result.passages[1].heading == "Ferries moved to the old quay");
  CHECK(result.passages[1].body().find("1. The crews\nThe crews help") != std::string_view::npos);
  CHECK(result.passages[1].body().find("2. The rest\nThe rest stay") != std::string_view::npos);
  CHECK(result.passages[2].heading == "Oranges: a loss of 40 crates");
}

TEST_CASE("what only looks like a heading stays text") {
  struct Case {
    std::string what, line;
  };
  const auto c =
      GENERATE(Case{"a sentence", "The sea was calm."},
               Case{"who speaks", "The harbour master said:"}, Case{"an author", "By Ann Tailor"},
               Case{"speech", "“What a pier!”"}, Case{"two sentences", "It was closed. But why?"},
               Case{"a link", "See https://harbour.test/pier"}, Case{"lower case", "and so on"},
               Case{"a clause", "When all was said,"});
  CAPTURE(c.what);
  for (const Passage& passage :
       split(words(100) + "\n\n" + c.line + "\n\n" + words(100)).passages) {
    CHECK(passage.heading.empty());
  }
}

TEST_CASE("short lines in a row are a list, not headings") {
  const SplitArticle result = split(
      words(30) + "\n\nBread of the day\n\nSalt of the sea\n\nOranges\n\nFish\n\n" + words(40));
  for (const Passage& passage : result.passages) CHECK(passage.heading.empty());
}

TEST_CASE("a label inside a paragraph stays there") {
  CHECK(paragraphs("Analysis: The pier was old.\n\nForecast: It will be replaced.") ==
        std::vector<std::string>{"Analysis: The pier was old.", "Forecast: It will be replaced."});
}

TEST_CASE("an author's line is no headline") {
  const SplitArticle result =
      split("By Ann Tailor\nHarbour Correspondent\n\nMaster closes pier\n\n" + words(30));
  CHECK(result.title == "Master closes pier");
  REQUIRE(result.passages.size() == 1);
  CHECK(result.passages[0].heading == "By Ann Tailor\nHarbour Correspondent\nMaster closes pier");
}

TEST_CASE("the sign of a Markdown heading is left out") {
  const SplitArticle result =
      split("# The pier\n\n" + words(30) + "\n\n## The market\n\n" + words(30));
  CHECK(result.title == "The pier");
  REQUIRE(result.passages.size() == 2);
  CHECK(result.passages[1].heading == "The market");
}
