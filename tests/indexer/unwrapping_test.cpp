// Lines to paragraphs: layouts, mended words, lists.
#include <string>
#include <vector>

#include "tests/indexer/split_support.hpp"

using namespace furat::indexer;
using namespace furat::indexer::testing;

TEST_CASE("a line is a paragraph where lines are not cut") {
  CHECK(paragraphs(kHarbour + "\n" + kMarket + "\n\n" + kLibrary) ==
        std::vector{kHarbour, kMarket, kLibrary});
}

TEST_CASE("hard-wrapped lines become paragraphs again") {
  const std::size_t width = GENERATE(60U, 72U, 95U);
  const std::string text = wrapped(kHarbour, width) + "\n\n" + wrapped(kMarket, width) + "\n \n" +
                           wrapped(kLibrary, width) + "\n";
  CHECK(paragraphs(text) == std::vector{kHarbour, kMarket, kLibrary});
}

TEST_CASE("paragraphs without empty lines between them end at short lines") {
  const std::string text =
      wrapped(kHarbour, 70) + "\n" + wrapped(kMarket, 70) + "\n" + wrapped(kLibrary, 70);
  CHECK(paragraphs(text) == std::vector{kHarbour, kMarket, kLibrary});
}

TEST_CASE("text with an empty line after every line becomes paragraphs again") {
  const std::string between = GENERATE("\n\n", " \n\n", " \n \n");
  const std::string text = " " + wrapped(kHarbour, 84, between) + between +
                           wrapped(kMarket, 84, between) + between +
                           wrapped(kLibrary, 84, between) + " \n\n \n\n \n";
  CHECK(paragraphs(text) == std::vector{kHarbour, kMarket, kLibrary});
}

TEST_CASE("a page break inside a paragraph does not end it") {
  const std::string half = wrapped(kHarbour, 80);
  const std::size_t cut = half.find('\n', half.find('\n') + 1);
  const auto page_break = GENERATE("\n ", "\n\f", "\n\n", "\n\n ", "\n\n12\n\n");
  const std::string text =
      half.substr(0, cut) + page_break + half.substr(cut + 1) + "\n\n" + wrapped(kMarket, 80);
  CHECK(paragraphs(text) == std::vector{kHarbour, kMarket});
}

TEST_CASE("a line in the middle of a sentence goes on, though lines are not cut") {
  CHECK(paragraphs("The story was told by the \nharbour\n master on Monday morning.\nHe smiled.") ==
        std::vector<std::string>{"The story was told by the harbour master on Monday morning.",
                                 "He smiled."});
}

TEST_CASE("white space of any kind becomes one space") {
  CHECK(paragraphs("One \u00A0 two\tthree  four\u2003five \u3000six.") ==
        std::vector<std::string>{"One two three four five six."});
}

TEST_CASE("text in Arabic is unwrapped by its widths") {
  const std::string first =
      "أغلق مدير الميناء الرصيف الشمالي يوم الاثنين لأن الأمواج حركت عددا من ألواحه خلال الليل "
      "وأرسلت عبارتان إلى الرصيف القديم حيث ساعد البحارة الركاب على النزول عبر سلم شديد الانحدار "
      "ولم يصب أحد بأذى في ذلك الصباح البارد.";
  const std::string second = "وفي السوق ارتفع سعر السمك بمقدار الثلث قبل الظهر.";
  CHECK(paragraphs(wrapped(first, 110) + "\n\n" + second) == std::vector{first, second});
}

TEST_CASE("indented first lines begin paragraphs, hanging ones stay with their item") {
  const std::string text = "    " + wrapped(kHarbour, 66) + "\n    " + wrapped(kMarket, 66) +
                           "\n    " + wrapped(kLibrary, 66);
  CHECK(paragraphs(text) == std::vector{kHarbour, kMarket, kLibrary});
  const std::string item = "  - " + wrapped(kMarket, 66, "\n    ");
  CHECK(paragraphs(wrapped(kHarbour, 70) + "\n\n" + item + "\n\n" + wrapped(kLibrary, 70)) ==
        std::vector{kHarbour, "- " + kMarket, kLibrary});
}

TEST_CASE("a hyphen at a line end") {
  struct Case {
    std::string what, before, after, expected;
  };
  const auto c = GENERATE(
      Case{"stays in a name", "near Deir ez-", "Zor and", "near Deir ez-Zor and"},
      Case{"stays after a prefix", "by pro-", "government units", "by pro-government units"},
      Case{"stays after capitals", "many US-", "backed units", "many US-backed units"},
      Case{"stays in a known pair", "a long-", "range gun", "a long-range gun"},
      Case{"stays before a known end", "a ferry-", "led convoy", "a ferry-led convoy"},
      Case{"stays between numbers", "in 2014-", "2017 and", "in 2014-2017 and"},
      Case{"goes from a cut word", "the penin-", "sula of", "the peninsula of"},
      Case{"goes before a mere ending", "the govern-", "ment of", "the government of"},
      Case{"goes from the last part only", "all pro-govern-", "ment units",
           "all pro-government units"},
      Case{"waits for a later word", "two-", "and three-storey houses",
           "two- and three-storey houses"},
      Case{"is a dash behind a space", "the pier -", "the old one", "the pier - the old one"},
      Case{"goes if it is soft", "the cata\u00AD", "strophe of", "the catastrophe of"},
      Case{"stays soft inside a line", "the cata\u00ADstrophe", "of", "the cata\u00ADstrophe of"});
  // Wide lines around it, so that the text is seen to be wrapped.
  const std::string lead = wrapped(kMarket, 80);
  const std::string filler = "it was said for a very long time and at great length in that town ";
  const std::string line = filler.substr(0, 80 - std::min<std::size_t>(c.before.size(), 60));
  const std::string text =
      lead + "\n\nAgain " + line + c.before + "\n" + c.after + " what followed it.";
  CAPTURE(c.what);
  const auto found = paragraphs(text);
  REQUIRE(found.size() == 2);
  CHECK(found[1].find(c.expected) != std::string::npos);
}

TEST_CASE("the article itself decides about a hyphen where it can") {
  const std::string wide =
      "The report about it was read aloud in the great hall of the old town to ";
  const auto mended = [&](const std::string& elsewhere) {
    const auto found = paragraphs(
        wide + "the\nvisitors who came in from the east and who then saw a sand-\nstorm. " +
        elsewhere +
        "\nand so it was also told in the villages of the plain before the winter\nthat came.");
    return found.empty() ? std::string() : found[0];
  };
  CHECK(mended("A sandstorm it was").find("saw a sandstorm.") != std::string::npos);
  CHECK(mended("A sand-storm it was").find("saw a sand-storm.") != std::string::npos);
  CHECK(mended("The storm was long").find("saw a sand-storm.") != std::string::npos);
}

TEST_CASE("a name cut by a hyphen is mended over an empty line") {
  const std::string text =
      wrapped(kHarbour, 80) + " It was the way to Deir ez-\n\nZor. " + wrapped(kMarket, 80);
  CHECK(split(text).passages[0].text.find("Deir ez-Zor") != std::string::npos);
}

TEST_CASE("the items of a list stay with the sentence that introduces them") {
  const std::string lead = words(60);
  const std::string text =
      words(90) + "\n\n" + lead + "\n\n• First the bread\n\n• Then the salt\n\n" + words(80);
  const SplitArticle result = split(text);
  REQUIRE(result.passages.size() == 3);
  CHECK(result.passages[1].text == lead + "\n• First the bread\n• Then the salt");
}

TEST_CASE("every usual sign begins an item, and unreadable ones are left out") {
  struct Case {
    std::string sign, shown;
  };
  const auto c = GENERATE(Case{"• ", "• "}, Case{"- ", "- "}, Case{"* ", "* "}, Case{"– ", "– "},
                          Case{"▪ ", "▪ "}, Case{"1. ", "1. "}, Case{"2) ", "2) "},
                          Case{"(3) ", "(3) "}, Case{"[4] ", "[4] "}, Case{"a) ", "a) "},
                          Case{"\uF0B7 ", ""}, Case{"\uF0A7\t", ""}, Case{".\u00A0 \u00A0 ", ""});
  const std::string text = "The cook named two things he needed.\n" + c.sign +
                           "Bread of the day before.\n" + c.sign + "Salt from the sea.";
  CHECK(paragraphs(text) == std::vector<std::string>{"The cook named two things he needed.",
                                                     c.shown + "Bread of the day before.",
                                                     c.shown + "Salt from the sea."});
}

TEST_CASE("indented lines that end in semicolons are items, and what follows is not") {
  const std::string between = " \n\n";
  const std::string lead =
      "The council of the town, asked for its reasons by three of the newspapers, gave a long "
      "answer and "
      "named a number of things that it wished to see done in the course of the year, including:";
  const std::string item =
      "to mend the pier before the autumn so that the ferries from the islands can land their "
      "people on it "
      "and;";
  const std::string after =
      "None of it was done. The year went by, as one of the porters put it when he was asked about "
      "it in the "
      "market hall, like every other year before it in this town.";
  const std::string text = wrapped(lead, 95, between) + between + " to paint the lighthouse;" +
                           between + " " + wrapped(item, 95, between) + between +
                           " to buy a new bell for the old church by the market." + between +
                           wrapped(after, 95, between);
  CHECK(paragraphs(text) ==
        std::vector<std::string>{lead, "to paint the lighthouse;", item,
                                 "to buy a new bell for the old church by the market.", after});
}

TEST_CASE("a long list is cut between its items") {
  std::string text = "The chronicle of the harbour:\n";
  for (int i = 0; i < 30; ++i) text += "• " + words(19) + "\n";
  const SplitArticle result = split(text);
  REQUIRE(result.passages.size() > 1);
  for (const Passage& passage : result.passages) {
    CHECK(count_words(passage.text) <= 250);
    CHECK(passage.text.ends_with("word."));
    CHECK((passage.text.starts_with("• ") || passage.text.starts_with("The chronicle")));
  }
}

TEST_CASE("a dash or a number at the start of a wrapped line is no item") {
  const std::string text =
      "The keeper of the old lighthouse wrote down the number of the ships that passed\n"
      "– some of them twice – in a book that he had bought for this purpose in the year\n"
      "5. The book is now in the town library, where it can be seen on every day of the\n"
      "week but Sunday by those who ask for it at the desk by the entrance of the hall.";
  CHECK(paragraphs(text).size() == 1);
}
