// What is left out of an article: date lines and the frame of its page.
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "tests/indexer/split_support.hpp"

using namespace furat::indexer;
using namespace furat::indexer::testing;

TEST_CASE("a line that only states a date is the article's date") {
  using std::chrono::sys_days;
  using std::chrono::year;
  struct Case {
    std::string line;
    std::optional<sys_days> day;
  };
  const auto c =
      GENERATE(Case{"date 2017-07-26 click to enlarge", sys_days(year(2017) / 7 / 26)},
               Case{"Published: 12 March 2019", sys_days(year(2019) / 3 / 12)},
               Case{"2017-10-04", sys_days(year(2017) / 10 / 4)},
               Case{"October 4, 2017", sys_days(year(2017) / 10 / 4)},
               Case{"Wednesday, 4th October 2017", sys_days(year(2017) / 10 / 4)},
               Case{"Last updated on Oct. 4, 2017 at 10:45 GMT", sys_days(year(2017) / 10 / 4)},
               Case{"Posted 26/07/2017", sys_days(year(2017) / 7 / 26)},
               Case{"07/26/2017", sys_days(year(2017) / 7 / 26)},
               Case{"2017-10-04T08:00:00Z", sys_days(year(2017) / 10 / 4)},
               Case{"Date: 04/10/2017", std::nullopt},  // which is the month?
               Case{"31 February 2017", std::nullopt}, Case{"October 2017", std::nullopt},
               Case{"The pier closed on October 4, 2017", std::nullopt});
  const std::string bytes = "The pier\n" + c.line + "\n\n" + words(40);
  const SplitArticle result = split(bytes);
  CAPTURE(c.line);
  CHECK(result.date_line == c.day);
  const bool in_text = result.passages[0].text.find(c.line) != std::string::npos;
  CHECK(in_text == !c.day.has_value());
}

TEST_CASE("a dateline inside a paragraph, and a date far down, are text") {
  const SplitArticle result = split("BEIRUT, Oct 4, 2017 - " + words(30));
  CHECK_FALSE(result.date_line);
  std::string far_down;
  for (int i = 0; i < 12; ++i) far_down += words(20) + "\n\n";
  CHECK_FALSE(split(far_down + "4 October 2017\n\n" + words(20)).date_line);
}

TEST_CASE("dates that head the entries of a chronology are headings") {
  const SplitArticle result =
      split("4 October 2017\n\n" + words(40) + "\n\n5 October 2017\n\n" + words(40));
  CHECK_FALSE(result.date_line);
  REQUIRE(result.passages.size() == 2);
  CHECK(result.passages[1].heading == "5 October 2017");
}

TEST_CASE("lines of a page's frame are left out and recorded") {
  const auto line =
      GENERATE("Share this", "Tweet", "Print", "Email", "Related articles", "Read more",
               "Click to enlarge", "Subscribe to our newsletter", "Leave a comment",
               "Home > News > Coast", "#Harbour #Pier2", "© 2017 Harbour Press",
               "(c) 2017 Harbour Press", "Copyright © 2017 Harbour Press. All rights reserved.",
               "All rights reserved", "THIS DRAWING IS THE INTELLECTUAL PROPERTY OF HARBOUR PRESS",
               "-----", "* * *", "Page 3 of 12", "- 12 -", "Read more: Master closes pier",
               "Follow us on Twitter", "12 comments", "No tags yet.");
  const std::string first = words(40);
  const std::string second = words(45);
  const std::string bytes = first + "\n\n" + line + "\n\n" + second;
  CAPTURE(line);
  CHECK(paragraphs(bytes) == std::vector{first, second});
  CHECK(dropped(bytes) == std::vector<std::string>{line});
}

TEST_CASE("the same words inside a text are text") {
  const auto line = GENERATE("Print is dead, the editor of the paper said.",
                             "The paper had a page named Related articles.",
                             "He chose #3 of the list.", "Copyright was the subject of the talk.",
                             "1200", "THE NEW PIER OF THE TOWN IS OPEN AT LAST",
                             "He said that all rights were reserved to the town.", "Twitter",
                             "Home", "The harbour > the town");
  const std::string bytes = words(40) + "\n\n" + line + "\n\n" + words(45);
  CAPTURE(line);
  CHECK(dropped(bytes).empty());
  std::string all;
  for (const Passage& passage : split(bytes).passages) all += passage.text + '\n';
  CHECK(all.find(line) != std::string::npos);
}

TEST_CASE("a piece of a wrapped paragraph is never junk") {
  const std::string text =
      "The museum of the town shows what one needs to make a newspaper, and it lets you\n"
      "print\n"
      "a page of your own on a press that was built in the year in which the lighthouse\n"
      "was lit for the first time, which was also the year of the great flood, they say.";
  CHECK(dropped(text).empty());
  CHECK(paragraphs(text).size() == 1);
}

TEST_CASE("below an article everything under 'recent posts' is left out") {
  const std::string text = words(60);
  const std::string bytes = text +
                            "\n\nRecent Posts\nThe pier is closed\nFerries moved to the "
                            "quay\nFollow Us\n  • Harbour Basic Round\n";
  CHECK(paragraphs(bytes) == std::vector{text});
  CHECK(dropped(bytes).size() == 5);
}

TEST_CASE("a line about where the text was taken from is left out at the top only") {
  const std::string line = "This post is an extract taken from our weekly letter about the coast";
  CHECK(dropped("The pier is closed\n\n" + line + "\n\n" + words(60)) == std::vector{line});
  std::string middle;
  for (int i = 0; i < 8; ++i) middle += words(20) + "\n\n";
  CHECK(dropped(middle + line + "\n\n" + middle).empty());
}

TEST_CASE("the names of networks are junk in a row or beside other junk") {
  CHECK(dropped(words(30) + "\n\nFacebook\nTwitter\nTelegram\n\n" + words(30)).size() == 3);
  CHECK(dropped(words(30) + "\n\nShare this\nTwitter\n\n" + words(30)).size() == 2);
}

TEST_CASE("an article of nothing but junk is kept") {
  const SplitArticle result = split("Print\n\nShare this");
  CHECK(result.dropped.empty());
  REQUIRE_FALSE(result.passages.empty());
  CHECK(result.passages[0].text.find("Print") != std::string::npos);
}

TEST_CASE("a body without a word gives no passages") {
  const auto body = GENERATE("", " \n\n ", "---\n\n***", "\n\n…\n");
  CHECK(split(body).passages.empty());
}
