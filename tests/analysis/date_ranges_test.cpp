#include <string>
#include <utility>

#include "tests/analysis/date_support.hpp"

namespace furat::analysis {
namespace {

using namespace test;

constexpr auto kPublished = "2017-10-03";  // a Tuesday

TEST_CASE("days of one month joined by a dash are one mention", "[dates]") {
  const auto range = [](std::string text, std::string first, std::string last, int flags) {
    return Found{std::move(text), first + "/" + last, first, last, flags};
  };
  check({
      {"On September 3-5,", "2017-09-06", {range("September 3-5", "2017-09-03", "2017-09-05", 8)}},
      {"September 2\u20133.",
       "2017-09-06",
       {range("September 2\u20133", "2017-09-02", "2017-09-03", 8)}},
      {"November 18 -19", "2016-12-01", {range("November 18 -19", "2016-11-18", "2016-11-19", 8)}},
  });
}

TEST_CASE("the ends of a range are a mention each, the first says that it begins one", "[dates]") {
  const auto month = [](std::string text, std::string value, std::string last, int flags) {
    return Found{std::move(text), value, value + "-01", last, flags};
  };
  const auto year = [](std::string text, std::string value, int flags) {
    return Found{std::move(text), value, value + "-01-01", value + "-12-31", flags};
  };
  check({
      {"3 to 5 September 2017",
       "",
       {day("3", "2017-09-03", kBeginsRange), day("5 September 2017", "2017-09-05")}},
      {"between 3 and 5 September",
       kPublished,
       {day("3", "2017-09-03", kYearInferred | kBeginsRange),
        day("5 September", "2017-09-05", kYearInferred)}},
      {"30 September-2 October",
       kPublished,
       {day("30 September", "2017-09-30", kYearInferred | kBeginsRange),
        day("2 October", "2017-10-02", kYearInferred)}},
      {"from 30 December to 2 January 2017",
       "",
       {day("30 December", "2016-12-30", kBeginsRange), day("2 January 2017", "2017-01-02")}},
      {"from March to June 2016",
       "",
       {month("March", "2016-03", "2016-03-31", kBeginsRange),
        month("June 2016", "2016-06", "2016-06-30", 0)}},
      {"from March to June",  // alone, each would be of another year
       "2016-02-01",
       {month("March", "2015-03", "2015-03-31", kYearInferred | kBeginsRange),
        month("June", "2015-06", "2015-06-30", kYearInferred)}},
      {"from March to June",
       "",
       {{"March", "--03", "", "", kYearUnknown | kBeginsRange},
        {"June", "--06", "", "", kYearUnknown}}},
      {"from Monday until Wednesday",
       "2016-02-05",
       {day("Monday", "2016-02-01", kRelative | kBeginsRange),
        {"Wednesday", "2016-02-03", "", "2016-02-03", kRelative | kOpenStart}}},
      {"in 2014-2017", "", {year("2014", "2014", kBeginsRange), year("2017", "2017", 0)}},
      {"the 1957-60 plan", "", {year("1957", "1957", kBeginsRange), year("60", "1960", 0)}},
      {"from 499 to 493 BC",
       "",
       {{"499", "BC0499", "-0498-01-01", "-0498-12-31", kBeginsRange},
        {"493 BC", "BC0493", "-0492-01-01", "-0492-12-31", 0}}},
  });
}

TEST_CASE("the members of a list are a mention each", "[dates]") {
  check({
      {"on February 6th and 7th.",
       "2019-02-12",
       {day("February 6th", "2019-02-06", 8), day("7th", "2019-02-07", 8)}},
      {"on 3, 4 and 9 May 2016",
       "",
       {day("3", "2016-05-03"), day("4", "2016-05-04"), day("9 May 2016", "2016-05-09")}},
      {"in March and April 2016",
       "",
       {{"March", "2016-03", "2016-03-01", "2016-03-31", 0},
        {"April 2016", "2016-04", "2016-04-01", "2016-04-30", 0}}},
      {"in November and January 2017",
       "",
       {{"November", "2016-11", "2016-11-01", "2016-11-30", 0},
        {"January 2017", "2017-01", "2017-01-01", "2017-01-31", 0}}},
  });
}

}  // namespace
}  // namespace furat::analysis
