#include "indexer/readers/reader.hpp"

#include <string>
#include <vector>

#include "tests/indexer/reader_support.hpp"

using furat::indexer::Article;
using furat::indexer::Reader;
using furat::indexer::reader_for;
using furat::indexer::ReadProblem;
using furat::indexer::SourceSpan;
using furat::indexer::testing::Outcome;
using furat::indexer::testing::read;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

constexpr auto kSkipped = ReadProblem::Severity::skipped;
constexpr auto kWarning = ReadProblem::Severity::warning;

}  // namespace

TEST_CASE("the reader is chosen by name, and text takes the rest") {
  CHECK(reader_for("wire.jsonl", "{}")->name == "jsonl");
  CHECK(reader_for("WIRE.JSONL", "{}")->name == "jsonl");
  CHECK(reader_for("wire.ndjson", "{}")->name == "jsonl");
  CHECK(reader_for("note.txt", "A note.")->name == "text");
  CHECK(reader_for("README", "A note.")->name == "text");
  CHECK(reader_for("empty.txt", "")->name == "text");
}

TEST_CASE("binary files have no reader") {
  const auto head = GENERATE("PK\x03\x04 zipped"s, "\x89PNG\r\n\x1A\n"s, "GIF89a picture"s,
                             "\xFF\xD8\xFF\xE0 JFIF"s,
                             "\x7F"
                             "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>"s,
                             std::string(100, '\0'), "ab\x01\x02\x03\x04\x05\x06\x07\x08\x0E yes"s);
  CHECK(reader_for("file.txt", head) == nullptr);
}

TEST_CASE("text with a few control bytes, or in UTF-16, is no binary file") {
  CHECK(reader_for("file.txt", "one\0two\x1B three\f"sv) != nullptr);
  CHECK(reader_for("file.txt", "\xFF\xFEH\0i\0"sv) != nullptr);
  CHECK(reader_for("file.txt", "H\0e\0l\0l\0o\0 \0y\0o\0u\0"sv) != nullptr);
}

TEST_CASE("a text file is one article") {
  const Outcome outcome = read("desk/note.txt", "A headline\r\n\r\nAnd a text.\r\n");
  REQUIRE(outcome.articles.size() == 1);
  const Article& article = outcome.articles[0];
  CHECK(article.id == "desk/note.txt");
  CHECK(article.file == "desk/note.txt");
  CHECK(article.body == "A headline\n\nAnd a text.\n");
  CHECK(article.map.to_source(12, 15) == SourceSpan{14, 17});
  CHECK(outcome.problems.empty());
}

TEST_CASE("a file without text is skipped") {
  const auto bytes = GENERATE(""s, " \n\t\r\n"s, "\xEF\xBB\xBF"s, "\0\0\0"s);
  const Outcome outcome = read("note.txt", bytes);
  CHECK(outcome.articles.empty());
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].severity == kSkipped);
  CHECK(outcome.problems[0].where == "note.txt");
}

TEST_CASE("the warning says in which encoding a text was read") {
  const Outcome outcome = read("note.txt", "caf\xE9 and a word");
  REQUIRE(outcome.articles.size() == 1);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].severity == kWarning);
  CHECK(outcome.problems[0].message == "The text is not UTF-8; it was read as windows-1252.");
}

TEST_CASE("a record has its metadata and a body that maps to the bytes inside the literal") {
  const std::string line =
      R"({"id": "a-1", "title": " The  dam\n", "text": "He said \"no\".\nCaf\u00e9 \ud83d\ude00 end", )"
      R"("published": "2017-10-04", "source": "desk", "url": "http://x.test/1", "extra": [1, {"text": "no"}]})";
  const Outcome outcome = read("wire.jsonl", line + "\n");
  REQUIRE(outcome.articles.size() == 1);
  const Article& article = outcome.articles[0];
  CHECK(article.id == "a-1");
  CHECK(article.file == "wire.jsonl");
  CHECK(article.title == "The dam");
  CHECK(article.source == "desk");
  CHECK(article.url == "http://x.test/1");
  CHECK(article.published == std::chrono::sys_days(std::chrono::year(2017) / 10 / 4));
  CHECK(article.published_method == "record");
  CHECK(article.body == "He said \"no\".\nCafé \U0001F600 end");

  const auto source_of = [&](std::string_view part) {
    const auto at = static_cast<std::uint32_t>(article.body.find(part));
    const SourceSpan span = article.map.to_source(at, at + static_cast<std::uint32_t>(part.size()));
    return line.substr(span.begin, span.end - span.begin);
  };
  CHECK(source_of("He said") == "He said");
  CHECK(source_of("\"no\"") == "\\\"no\\\"");
  CHECK(source_of("\n") == "\\n");
  CHECK(source_of("é") == "\\u00e9");
  CHECK(source_of("\U0001F600") == "\\ud83d\\ude00");
  CHECK(source_of("end") == "end");
}

TEST_CASE("records map to their own lines, behind a mark and blank lines") {
  const std::string bytes =
      "\xEF\xBB\xBF{\"id\":\"1\",\"text\":\"one\"}\r\n\n   \n{\"id\":\"2\",\"text\":\"two\"}";
  const Outcome outcome = read("wire.jsonl", bytes);
  CHECK(outcome.problems.empty());
  REQUIRE(outcome.articles.size() == 2);
  const SourceSpan span = outcome.articles[1].map.to_source(0, 3);
  CHECK(bytes.substr(span.begin, 3) == "two");
}

TEST_CASE("a body from JSON is cleaned as any other") {
  const Outcome outcome =
      read("w.jsonl", R"({"id":"1","text":"a\r\nb\u0000c\u001bd\u2028e\rf\f"})");
  REQUIRE(outcome.articles.size() == 1);
  CHECK(outcome.articles[0].body == "a\nb c d\ne\nf ");
  CHECK(outcome.articles[0].map.to_source(1, 2).end -
            outcome.articles[0].map.to_source(1, 2).begin ==
        4);
}

TEST_CASE("of a repeated key the last one counts, however it is written") {
  const Outcome outcome =
      read("w.jsonl", R"({"text":"first","id":"1","x":{"text":"inner"},"te\u0078t":"last"})");
  REQUIRE(outcome.articles.size() == 1);
  CHECK(outcome.articles[0].body == "last");
}

TEST_CASE("a bad line is one problem that names it, and the rest is read") {
  struct Case {
    std::string line, message;
  };
  const auto c =
      GENERATE(Case{"{\"id\":\"b\",\"text\":", "not valid JSON"}, Case{"hello", "not valid JSON"},
               Case{"[1,2]", "no JSON object"}, Case{"\"text\"", "no JSON object"},
               Case{"{\"text\":\"t\"}", "no \"id\""}, Case{"{\"id\":\"b\"}", "no \"text\""},
               Case{"{\"id\":7,\"text\":\"t\"}", "\"id\" is no string"},
               Case{"{\"id\":\"b\",\"text\":[\"t\"]}", "\"text\" is no string"},
               Case{"{\"id\":\"b\",\"text\":null}", "\"text\" is no string"},
               Case{"{\"id\":\"\",\"text\":\"t\"}", "\"id\" is empty"},
               Case{"{\"id\":\"b\",\"text\":\"\"}", "\"text\" is empty"},
               Case{"{\"id\":\"b\",\"text\":\" \\n\\u0000\"}", "\"text\" is empty"},
               Case{"{\"id\":\"a\\u000ab\",\"text\":\"t\"}", "control characters"},
               Case{"{\"id\":\"first\",\"text\":\"t\"}", "earlier line"},
               Case{"{\"id\":\"b\",\"text\":\"\\ud83d alone\"}", "not valid JSON"},
               Case{"{\"id\":\"b\",\"text\":\"\xFF\xFE\"}", "not valid UTF-8"},
               Case{"{\"id\":\"b\",\"text\":\"t\",\"x\":" + std::string(100'000, '[') + "}",
                    "nested too deeply"},
               Case{"{\"id\":\"b\",\"text\":\"a\0b\"}"s, "not valid JSON"});
  const Outcome outcome = read("w.jsonl", "{\"id\":\"first\",\"text\":\"one\"}\n" + c.line +
                                              "\n{\"id\":\"last\",\"text\":\"three\"}\n");
  CAPTURE(c.line.substr(0, 80));
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[1].id == "last");
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].severity == kSkipped);
  CHECK(outcome.problems[0].where == "w.jsonl:2");
  CHECK(outcome.problems[0].message.find(c.message) != std::string::npos);
}

TEST_CASE("metadata that cannot be used is one warning, and the article is read") {
  const Outcome outcome = read(
      "w.jsonl", R"({"id":"1","text":"t","published":"4 October 2017","title":5,"source":null})");
  REQUIRE(outcome.articles.size() == 1);
  CHECK_FALSE(outcome.articles[0].published);
  CHECK(outcome.articles[0].published_method.empty());
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].severity == kWarning);
  CHECK(outcome.problems[0].message ==
        "The \"title\" is no string and is ignored. The \"published\" date is no day YYYY-MM-DD "
        "and is ignored.");
}

TEST_CASE("of a timestamp the day is taken") {
  const Outcome outcome =
      read("w.jsonl", R"({"id":"1","text":"t","published":"2017-10-04T23:10:00Z"})");
  REQUIRE(outcome.articles.size() == 1);
  CHECK(outcome.articles[0].published == std::chrono::sys_days(std::chrono::year(2017) / 10 / 4));
}

TEST_CASE("the problems of a JSONL file hold none of its bytes") {
  const Outcome outcome = read("w.jsonl", "\x1B[31mred\n{\"id\":\"\x1B\"}\n");
  REQUIRE(outcome.problems.size() == 2);
  for (const ReadProblem& problem : outcome.problems) {
    CHECK(problem.message.find('\x1B') == std::string::npos);
  }
}
