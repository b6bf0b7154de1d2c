#include "searcher/query/date_filter.hpp"

#include "furat/errors.hpp"
#include "tests/support/catch.hpp"

using namespace furat;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

constexpr sys_days kNow = year{2019} / 2 / 12;

/// "2017-09-01..2017-09-30", an open side left out, the node of an unknown year, or "none".
std::string read(const std::string& text, std::optional<sys_days> now = std::nullopt) {
  const auto filter = parse_date_filter(text, "date", now);
  if (filter.kind == DateFilter::Kind::none) return "none";
  if (filter.kind == DateFilter::Kind::unknown_year) return index::name(filter.node);
  const auto name = [](sys_days day) { return index::name(index::cover({day, day}).at(0)); };
  const auto& [first, last] = filter.interval;
  return (filter.open_start ? "" : name(first)) + ".." + (filter.open_end ? "" : name(last));
}

std::string refusal(const std::string& text, std::optional<sys_days> now = std::nullopt) {
  try {
    return "read as " + read(text, now);
  } catch (const RequestError& error) {
    CHECK(error.argument() == "date");
    CHECK(error.text() == text);
    return error.what();
  }
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("calendar names and ranges are read as they are, without a word about it") {
  CHECK(read("2017") == "2017-01-01..2017-12-31");
  CHECK(read("2017-09") == "2017-09-01..2017-09-30");
  CHECK(read(" 2017-09-05 ") == "2017-09-05..2017-09-05");
  CHECK(read("2010s") == "2010-01-01..2019-12-31");
  CHECK(read("201") == read("2010s"));
  CHECK(read("-0044-03-15") == "-0044-03-15..-0044-03-15");
  CHECK(read("2017-09..2017-11") == "2017-09-01..2017-11-30");
  CHECK(read("2017-09 .. 2017-11-05") == "2017-09-01..2017-11-05");
  CHECK(read("2017-09..") == "2017-09-01..");
  CHECK(read("..2017-09") == "..2017-09-30");
  CHECK(read("--02-09") == "--02-09");
  CHECK(read("none") == "none");
  for (const auto* text : {"2017", "2010s", "2017-09..", "--02-09", "none"})
    CHECK(parse_date_filter(text, "date", kNow).read_as.empty());
}

TEST_CASE("words are read as the texts are") {
  CHECK(read("Sept 2017") == "2017-09-01..2017-09-30");
  CHECK(read("sept 2017") == "2017-09-01..2017-09-30");
  CHECK(read("may 2017") == "2017-05-01..2017-05-31");
  CHECK(read("in September 2017") == "2017-09-01..2017-09-30");
  CHECK(read("early 2016") == "2016-01-01..2016-04-30");
  CHECK(read("summer 2017") == "2017-06-01..2017-08-31");
  CHECK(read("Q3 2017") == "2017-07-01..2017-09-30");
  CHECK(read("the 1990s") == "1990-01-01..1999-12-31");
  CHECK(read("19th century") == "1800-01-01..1899-12-31");
  CHECK(read("3-5 September 2017") == "2017-09-03..2017-09-05");
  CHECK(read("from March to June 2016") == "2016-03-01..2016-06-30");
  CHECK(read("between March and June 2016") == "2016-03-01..2016-06-30");
  CHECK(read("since 2014") == "2014-01-01..");
  CHECK(read("until March 2017") == "..2017-03-31");
  CHECK(read("early 2016..Sept 2017") == "2016-01-01..2017-09-30");
  CHECK(read("early 2016..") == "2016-01-01..");
}

TEST_CASE("a day without a year keeps it open, or is the last one before now") {
  CHECK(read("9 February") == "--02-09");
  CHECK(read("February 9") == "--02-09");
  CHECK(read("March") == "--03");
  CHECK(read("9 February", kNow) == "2019-02-09..2019-02-09");
  CHECK(read("3-5 September", kNow) == "2018-09-03..2018-09-05");
}

TEST_CASE("what counts from the present needs one") {
  for (const auto& [text, meaning] : {std::pair{"last week", "2019-02-04..2019-02-10"},
                                      std::pair{"yesterday", "2019-02-11..2019-02-11"},
                                      std::pair{"the past 3 months", "2018-11-12..2019-02-12"},
                                      std::pair{"October of last year", "2018-10-01..2018-10-31"},
                                      std::pair{"2017..yesterday", "2017-01-01..2019-02-11"}}) {
    CAPTURE(text);
    CHECK(read(text, kNow) == meaning);
    CHECK(has(refusal(text), "--now"));
  }
  CHECK(has(refusal("winter"), "--now"));
}

TEST_CASE("how words were read is said") {
  const auto read_as = [](const std::string& text, std::optional<sys_days> now = std::nullopt) {
    return parse_date_filter(text, "date", now).read_as;
  };
  CHECK(read_as("early 2016") == "2016-01-01..2016-04-30");
  CHECK(read_as("Sept 2017") == "2017-09");
  CHECK(read_as("the 1990s") == "1990-01-01..1999-12-31");
  CHECK(read_as("9 February") == "--02-09 (year unknown)");
  CHECK(read_as("since 2014") == "2014-01-01..");
  CHECK(read_as("yesterday", kNow) == "2019-02-11");
  CHECK(read_as("2016..early 2017") == "2016-01-01..2017-04-30");
}

TEST_CASE("what is no date, or not one date, is refused") {
  for (const auto* text :
       {"", " ", "..", "soon", "Raqqa", "2017-13", "2017-02-30", "now", "two days", "20171",
        "before 2014", "by 2017 or so", "the week of 4 September 2017", "2017..soon", "x..2017"}) {
    CAPTURE(text);
    CHECK(has(refusal(text, kNow), "is no date"));
  }
  CHECK(has(refusal("February 6th and 7th", kNow), "several"));
  CHECK(has(refusal("2017, 2018"), "several"));
  CHECK(has(refusal("2017..2016"), "ends before it begins"));
  CHECK(has(refusal("--02-09..2017"), "end of a range"));
  CHECK(has(refusal("since 2014..2017"), "end of a range"));
  CHECK(has(refusal("3-5 September"), "no year"));
  CHECK(has(refusal(std::string(100'000, '9')), "is no date"));
}

TEST_CASE("the present is a day, and never a guess") {
  CHECK_FALSE(parse_now(std::nullopt));
  CHECK(parse_now("2019-02-12") == kNow);
  for (const auto* text : {"", "2019", "2019-02", "today", "--02-12", "2019-02-30"})
    CHECK_THROWS_AS(parse_now(text), RequestError);
}

TEST_CASE("a time that is one node selects it, however it was said") {
  const auto selected = [](const std::string& text) {
    const auto node = selected_node(parse_date_filter(text, "date", kNow));
    return node ? index::name(*node) : std::string();
  };
  CHECK(selected("2017") == "2017");
  CHECK(selected("2010s") == "201");
  CHECK(selected("Sept 2017") == "2017-09");
  CHECK(selected("2017-09-01..2017-09-30") == "2017-09");
  CHECK(selected("--02-09") == "--02-09");
  CHECK(selected("2017-09..2017-10").empty());
  CHECK(selected("2017..").empty());
  CHECK(selected("none").empty());
}
