#include "tests/analysis/date_support.hpp"

namespace furat::analysis {
namespace {

using namespace test;

constexpr auto kPublished = "2017-10-03";  // a Tuesday
constexpr int r = kRelative;

Found time(const std::string& text, const std::string& value, int flags = r) {
  const auto day = value.substr(0, value.find('T'));
  return {text, value, day, day, flags};
}

TEST_CASE("a time of day goes with the day beside it", "[dates]") {
  check({
      {"at 10 a.m. Friday", kPublished, {time("10 a.m. Friday", "2017-09-29T10:00")}},
      {"at 3:30 p.m. on Monday", kPublished, {time("3:30 p.m. on Monday", "2017-10-02T15:30")}},
      {"at 12:30pm yesterday", kPublished, {time("12:30pm yesterday", "2017-10-02T12:30")}},
      {"8am on March 5, 2013", "", {time("8am on March 5, 2013", "2013-03-05T08:00", 0)}},
      {"at 10.50pm on Friday", kPublished, {time("10.50pm on Friday", "2017-09-29T22:50")}},
      {"at 8.30 a.m. today", kPublished, {time("8.30 a.m. today", "2017-10-03T08:30")}},
      {"at 1130 am today", kPublished, {time("1130 am today", "2017-10-03T11:30")}},
      {"by midnight Sunday", kPublished, {time("midnight Sunday", "2017-10-08T24:00")}},
      {"at noon today", kPublished, {time("noon today", "2017-10-03T12:00")}},
      {"Sunday night", kPublished, {time("Sunday night", "2017-10-01TNI")}},
      {"this morning", kPublished, {time("this morning", "2017-10-03TMO")}},
      {"Overnight, shells fell.", kPublished, {time("Overnight", "2017-10-02TNI")}},
  });
}

TEST_CASE("a time alone is of the last day that the passage named", "[dates]") {
  check({
      {"On Friday they came; around 7:30 in the morning it began.",
       kPublished,
       {time("Friday", "2017-09-29"),
        time("around 7:30 in the morning", "2017-09-29T07:30", r | kApproximate)}},
      {"On 5 May 2016 at 14:30 it fell, and in the evening they left.",
       "",
       {time("5 May 2016", "2016-05-05", 0), time("14:30", "2016-05-05T14:30"),
        time("the evening", "2016-05-05TEV")}},
      {"It began at 1930 GMT.", kPublished, {{"1930 GMT", "T19:30", "", "", r}}},
      {"at eleven o'clock", kPublished, {{"eleven o'clock", "T11:00", "", "", r}}},
  });
}

TEST_CASE("scores, sums and plain hours are no times of day", "[dates]") {
  const auto text =
      GENERATE("they won 3:10 there", "a 5:3 lead", "I am here", "25:00 p.m.", "at 13 p.m.",
               "the 12:75 train", "at 10 they", "a night shift", "an overnight stay");
  INFO(text);
  CHECK(found_in(text, kPublished).empty());
}

TEST_CASE("a weekday that is said to come is the next one", "[dates]") {
  check({
      {"The council will meet on Friday.", kPublished, {day("Friday", "2017-10-06", r)}},
      {"It is scheduled to open Monday.", kPublished, {day("Monday", "2017-10-09", r)}},
      {"They said on Friday that they will go.", kPublished, {day("Friday", "2017-09-29", r)}},
      {"They will go, he said on Friday.", kPublished, {day("Friday", "2017-09-29", r)}},
      {"They have until Friday to leave.",
       kPublished,
       {{"Friday", "2017-10-06", "", "2017-10-06", r | kOpenStart}}},
      {"They are to meet on Friday.", kPublished, {day("Friday", "2017-10-06", r)}},
      {"It was to be announced Friday.", kPublished, {day("Friday", "2017-10-06", r)}},
      {"The funeral is set for Friday.", kPublished, {day("Friday", "2017-10-06", r)}},
      {"The raid lasted until Friday.",
       kPublished,
       {{"Friday", "2017-09-29", "", "2017-09-29", r | kOpenStart}}},
  });
}

}  // namespace
}  // namespace furat::analysis
