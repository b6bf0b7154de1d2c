#include "indexer/readers/csv.hpp"

#include <algorithm>

#include "indexer/readers/csv_records.hpp"
#include "tests/indexer/reader_support.hpp"

using namespace furat::indexer;
using namespace furat::indexer::testing;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

constexpr std::chrono::sys_days kDay = std::chrono::year(2017) / 10 / 4;

std::vector<std::string> messages(const Outcome& outcome) {
  std::vector<std::string> all;
  for (const auto& problem : outcome.problems) all.push_back(problem.where + " " + problem.message);
  return all;
}

std::vector<std::string> ids(const Outcome& outcome) {
  std::vector<std::string> all;
  for (const auto& article : outcome.articles) all.push_back(article.id);
  return all;
}

}  // namespace

TEST_CASE("a table of articles is known by its header, whatever the file is called") {
  CHECK(reader_for("wires.txt", "id,title,text\n1,A,b\n")->name == "csv");
  CHECK(reader_for("wires.txt", "\xEF\xBB\xBFID;Body\r\n")->name == "csv");
  CHECK(reader_for("wires", "\"Headline\"\t\"Content\"\n")->name == "csv");
  CHECK(reader_for("wires.txt", "\xFF\xFEi\0d\0,\0t\0e\0x\0t\0\n\0"sv)->name == "csv");
  CHECK(reader_for("numbers.csv", "town,people\n")->name == "csv");
  CHECK(reader_for("NUMBERS.TSV", "")->name == "csv");
  CHECK(reader_for("note.txt", "Text, and more of it\n")->name == "text");
  CHECK(reader_for("note.txt", "title,text and more\n")->name == "text");
  CHECK(reader_for("note.txt", "text\nA line.\n")->name == "text");
  CHECK(reader_for("note.txt", "id,text")->name == "text");
}

TEST_CASE("a row is an article, its columns in any order and case") {
  const auto delimiter = GENERATE(","s, ";"s, "\t"s);
  std::string bytes =
      "\xEF\xBB\xBFPublisher|TEXT|mood| Date |link|Authors|Headline|id\r\n"
      "Desk|\"He said \"\"no\"\", twice;\r\n\tand\nleft.\"|calm|2017-10-04T10:00:00Z|"
      "https://x.test/1|J. Doe|The \"dam\"|a-1\r\n";
  for (std::size_t at = 0; (at = bytes.find('|', at)) != std::string::npos;)
    bytes.replace(at, 1, delimiter);
  const Article article = read_article("wires.csv", bytes);
  CHECK(article.id == "a-1");
  CHECK(article.file == "wires.csv");
  CHECK(article.title == "The \"dam\"");
  CHECK(article.source == "Desk");
  CHECK(article.author == "J. Doe");
  CHECK(article.url == "https://x.test/1");
  CHECK(article.published == kDay);
  CHECK(article.published_method == "record");
  CHECK(article.body == "He said \"no\", twice;\n\tand\nleft.");
  CHECK_FALSE(article.extracted);
  check_map(article, bytes);
  CHECK(source_of("He said", article, bytes) == "He said");
  CHECK(source_of("\"no\"", article, bytes) == "\"\"no\"\"");
  CHECK(source_of("\n", article, bytes) == "\r\n");
  CHECK(source_of("left.", article, bytes) == "left.");
}

TEST_CASE("quotes inside an unquoted field are text") {
  const auto bytes = "id,text\n1,The \"dam\" fell\n2,  \"a, b\" \n3, c\n"s;
  const Outcome outcome = read("w.csv", bytes);
  REQUIRE(outcome.articles.size() == 3);
  CHECK(outcome.articles[0].body == "The \"dam\" fell");
  CHECK(outcome.articles[1].body == "a, b");
  CHECK(outcome.articles[2].body == " c");
}

TEST_CASE("a table need be no UTF-8") {
  const std::string latin = "id;text\n1;Le g\xE9n\xE9ral \xE9tait l\xE0\n";
  const Outcome outcome = read("w.csv", latin);
  REQUIRE(outcome.articles.size() == 1);
  CHECK(outcome.articles[0].body == "Le général était là");
  CHECK(source_of("général", outcome.articles[0], latin) == "g\xE9n\xE9ral");
  CHECK(messages(outcome) ==
        std::vector{"w.csv The text is not UTF-8; it was read as windows-1252."s});

  std::string wide = "\xFF\xFE"s;
  for (const char c : "id,text\n1,\"a\"\"b\"\n"s) wide += {c, '\0'};
  const Article article = read_article("w.csv", wide);
  CHECK(article.body == "a\"b");
  CHECK(source_of("\"", article, wide) == "\"\0\"\0"sv);
}

TEST_CASE("rows without an id have the file's name and their number") {
  const Outcome outcome = read("w.csv", "title,text\nA,one\n\nB,two\nC,three,\nD,four\n");
  CHECK(ids(outcome) == std::vector{"w.csv#1"s, "w.csv#2"s, "w.csv#4"s});
}

TEST_CASE("a bad row is one problem that names its line, and the rest is read") {
  struct Case {
    std::string row, message;
  };
  const auto c =
      GENERATE(Case{"2,too,many", "The row has 3 fields where the header has 2."},
               Case{"alone", "The row has 1 field where the header has 2."},
               Case{",no id", "The \"id\" is empty."}, Case{"2,", "The \"text\" is empty."},
               Case{"2,\" \n \"", "The \"text\" is empty."},
               Case{"first,again", "The \"id\" stands in an earlier row of this file."},
               Case{"\"a\nb\",x", "The \"id\" holds control characters."},
               Case{"2,\"never closed",
                    "A quote opens in line 4 and is not closed at the end of "
                    "its field. The row is left out."},
               Case{"2,\"closed\" too early",
                    "A quote opens in line 4 and is not closed at the "
                    "end of its field. The row is left out."});
  CAPTURE(c.row);
  const Outcome outcome =
      read("w.csv", "id,text\nfirst,\"one\nmore\"\n" + c.row + "\nlast,\"three\"\n");
  CHECK(ids(outcome) == std::vector{"first"s, "last"s});
  CHECK(messages(outcome) == std::vector{"w.csv:4 " + c.message});
  CHECK(outcome.problems[0].severity == ReadProblem::Severity::skipped);
}

TEST_CASE("a quote that is never closed loses its own row only") {
  std::string bytes = "id,text\n";
  for (int i = 0; i < 1000; ++i)
    bytes += std::to_string(i) + (i == 3 ? ",\"open\n" : ",plain and long\n");
  const Outcome outcome = read("w.csv", bytes);
  CHECK(outcome.articles.size() == 999);
  CHECK(messages(outcome) ==
        std::vector{"w.csv:5 A quote opens in line 5 and is not closed. The row is left out."s});
}

TEST_CASE("quotes in every row are linear work, and what they take is told") {
  const auto row = GENERATE("a\",\"b\n"s, "\"x\n"s, "\"\"\"x\"\"\n"s, "1,\"\"\" x\n"s, "\"\n"s,
                            "1,\"\"x\n"s, "\"\"    \"\"\n"s);
  CAPTURE(row);
  std::string bytes = "id,text\n";
  while (bytes.size() < 2'000'000) bytes += row;
  const Outcome outcome = read("w.csv", bytes + "\"\ngood,text\n");
  REQUIRE_FALSE(outcome.articles.empty());
  CHECK(outcome.articles.back().id == "good");
  CHECK_FALSE(outcome.problems.empty());
}

TEST_CASE("the dates of the whole column show what 04/10/2017 means") {
  const auto table = [](std::string_view other) {
    return "id,date,text\n1,04/10/2017,one\n2," + std::string(other) + ",two\n";
  };
  const auto first_day = [&](std::string_view other) {
    return read("w.csv", table(other)).articles.at(0).published;
  };
  CHECK(first_day("26/10/2017") == kDay);
  CHECK(first_day("10/26/2017") == std::chrono::sys_days(std::chrono::year(2017) / 4 / 10));
  CHECK_FALSE(first_day("05/10/2017"));
  CHECK(messages(read("w.csv", table("4 Oct 2017"))) ==
        std::vector{"w.csv:2 The \"date\" states no day that is sure and is ignored."s});
}

TEST_CASE("a table without a column of text is named with its columns") {
  const Outcome outcome = read("people.csv", "Town,\"People, all\",x\nRaqqa,5,\n");
  CHECK(messages(outcome) ==
        std::vector{"people.csv The table has no column \"text\", \"body\" or \"content\"; its "
                    "columns are \"town\", \"people, all\", \"x\"."s});
  CHECK(read("e.csv", "").problems.size() == 1);
  CHECK(messages(read("e.csv", "id,text\n")) == std::vector{"e.csv The table has no row."s});
  const std::string wide = "a" + std::string(5000, ',') + "\n";
  CHECK(messages(read("e.csv", wide))[0].ends_with(", \"\", \"\" and 4993 more."));
}

TEST_CASE("of two columns of text the one called text counts") {
  const Article article = read_article("w.csv", "content,id,text\nlong,1,short\n");
  CHECK(article.body == "short");
}

TEST_CASE("a record in JSON may name authors") {
  const Outcome outcome = read("w.jsonl", R"({"id":"1","text":"t","author":" Jo  Doe "})"
                                          "\n"
                                          R"({"id":"2","text":"t","authors":["Jo Doe","J. Roe"]})"
                                          "\n"
                                          R"({"id":"3","text":"t","author":[7,"J. Roe"]})");
  REQUIRE(outcome.articles.size() == 3);
  CHECK(outcome.articles[0].author == "Jo Doe");
  CHECK(outcome.articles[1].author == "Jo Doe, J. Roe");
  CHECK(outcome.articles[2].author == "J. Roe");
  CHECK(messages(outcome) ==
        std::vector{"w.jsonl:3 A name of \"author\" is no string and is ignored."s});
}
