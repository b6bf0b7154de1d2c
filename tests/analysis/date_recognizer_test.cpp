#include "analysis/dates/date_recognizer.hpp"

#include <chrono>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "tests/analysis/date_support.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

using namespace test;

constexpr auto kPublished = "2017-10-03";  // a Tuesday

TEST_CASE("a full date is read in every order", "[dates]") {
  check({
      {"On 4 October 2017 it fell.", "", {day("4 October 2017", "2017-10-04")}},
      {"On October 4, 2017, it fell.", "", {day("October 4, 2017", "2017-10-04")}},
      {"the 3rd of March 2016", "", {day("3rd of March 2016", "2016-03-03")}},
      {"on March the 3rd, 2016", "", {day("March the 3rd, 2016", "2016-03-03")}},
      {"Wednesday, October 4, 2017", "", {day("Wednesday, October 4, 2017", "2017-10-04")}},
      {"Wed 4 Oct 2017", "", {day("Wed 4 Oct 2017", "2017-10-04")}},
      {"on Dec. 15, 2016", "", {day("Dec. 15, 2016", "2016-12-15")}},
      {"on Dec.14th, 2016", "", {day("Dec.14th, 2016", "2016-12-14")}},
      {"ON 4 OCTOBER 2017", "", {day("4 OCTOBER 2017", "2017-10-04")}},
      {"on 4 october 2017", "", {day("4 october 2017", "2017-10-04")}},
      {"at 2017-10-04T12:00", "", {day("2017-10-04T12", "2017-10-04")}},
      {"on 2017/10/04", "", {day("2017/10/04", "2017-10-04")}},
      {"am 4.10.2017 in", "", {day("4.10.2017", "2017-10-04")}},
      {"since Christmas 2016", "", {{"Christmas 2016", "2016-12-25", "2016-12-25", "", kOpenEnd}}},
  });
}

TEST_CASE("months, years and longer units cover all their days", "[dates]") {
  check({
      {"in March 2016", "", {{"March 2016", "2016-03", "2016-03-01", "2016-03-31", 0}}},
      {"in Sept. 2016", "", {{"Sept. 2016", "2016-09", "2016-09-01", "2016-09-30", 0}}},
      {"(2017-10)", "", {{"2017-10", "2017-10", "2017-10-01", "2017-10-31", 0}}},
      {"in 2014", "", {{"2014", "2014", "2014-01-01", "2014-12-31", 0}}},
      {"in Q1 2017", "", {{"Q1 2017", "2017-Q1", "2017-01-01", "2017-03-31", 0}}},
      {"the third quarter of 2016",
       "",
       {{"the third quarter of 2016", "2016-Q3", "2016-07-01", "2016-09-30", 0}}},
      {"the second half of 2008",
       "",
       {{"the second half of 2008", "2008-H2", "2008-07-01", "2008-12-31", 0}}},
      {"the summer of 2015",
       "",
       {{"the summer of 2015", "2015-SU", "2015-06-01", "2015-08-31", 0}}},
      {"in winter 2014", "", {{"winter 2014", "2014-WI", "2014-12-01", "2015-02-28", 0}}},
      {"the 1990s", "", {{"the 1990s", "199", "1990-01-01", "1999-12-31", 0}}},
      {"the 1990's", "", {{"the 1990's", "199", "1990-01-01", "1999-12-31", 0}}},
      {"the '80s", "", {{"the '80s", "198", "1980-01-01", "1989-12-31", 0}}},
      {"the 19th century", "", {{"the 19th century", "18", "1800-01-01", "1899-12-31", 0}}},
      {"the twenty-first century",
       "",
       {{"the twenty-first century", "20", "2000-01-01", "2099-12-31", 0}}},
      {"in 480 BC", "", {{"480 BC", "BC0480", "-0479-01-01", "-0479-12-31", 0}}},
      {"the 490s BC", "", {{"the 490s BC", "BC049", "-0498-01-01", "-0489-12-31", 0}}},
      {"the 4th century BC", "", {{"the 4th century BC", "BC03", "-0399-01-01", "-0300-12-31", 0}}},
      {"in H1 2017", "", {{"H1 2017", "2017-H1", "2017-01-01", "2017-06-30", 0}}},
  });
}

TEST_CASE("early, mid and late are thirds", "[dates]") {
  check({
      {"in early 2017", "", {{"early 2017", "2017", "2017-01-01", "2017-04-30", kApproximate}}},
      {"mid-March 2016", "", {{"mid-March 2016", "2016-03", "2016-03-11", "2016-03-20", 1}}},
      {"by the end of March 2017",
       "",
       {{"the end of March 2017", "2017-03", "2017-03-21", "2017-03-31", kApproximate}}},
      {"the early 1990s", "", {{"the early 1990s", "199", "1990-01-01", "1993-04-30", 1}}},
      {"by the end of the year",
       kPublished,
       {{"the end of the year", "2017", "2017-09-01", "2017-12-31", kApproximate | kRelative}}},
      {"about 2014,", "", {{"about 2014", "2014", "2014-01-01", "2014-12-31", kApproximate}}},
      {"the night of 30 September 2017",
       "",
       {{"the night of 30 September 2017", "2017-09-30TNI", "2017-09-30", "2017-09-30", 0}}},
  });
}

TEST_CASE("quantities, names and resolutions are no dates", "[dates]") {
  const auto text = GENERATE(
      "a destroyed T-72 battle tank", "an S-300 battery", "the 800th Regiment of the Guard",
      "the 17th Division and the 5th Corps", "the 7 April Brigade", "the 1920 Revolution Brigades",
      "the Revolution of 1920 Brigades", "UN resolution 2254", "Resolution 1973 of the Council",
      "a 60-miles long front", "killed 2000 people", "some 1,984 of them", "1500 fighters",
      "more than 2014 of them", "2014 km away", "it cost $2014", "2014% more", "2014.5 of it",
      "He may march on. They march.", "the fall of Aleppo", "the Arab Spring", "a 6-year-old boy",
      "White Christmas", "the Sunday Times", "31/31/2017", "2017-13-45", "three quarters of it",
      "at 1930 hours", "April said so", "working hours", "the 14 July district", "on Mars",
      "School No. 1945");
  INFO(text);
  CHECK(found_in(text, kPublished).empty());
}

TEST_CASE("a number behind a month counts what follows it", "[dates]") {
  check({
      {"In May 12 people were killed",
       kPublished,
       {{"May", "2017-05", "2017-05-01", "2017-05-31", kYearInferred}}},
      {"On September 12 rebels left", kPublished, {day("September 12", "2017-09-12", 8)}},
      {"On September 3 and 12 soldiers", kPublished, {day("September 3", "2017-09-03", 8)}},
      {"On May 5, 2000 people fled", kPublished, {day("May 5", "2017-05-05", 8)}},
      {"in 2014 rebels took it", "", {{"2014", "2014", "2014-01-01", "2014-12-31", 0}}},
  });
}

TEST_CASE("a date without a year takes its latest reading up to 60 days after publication",
          "[dates]") {
  check({
      {"On February 9 they", "2019-02-12", {day("February 9", "2019-02-09", kYearInferred)}},
      {"On 1 December they", kPublished, {day("1 December", "2017-12-01", kYearInferred)}},
      {"On 3 December they", kPublished, {day("3 December", "2016-12-03", kYearInferred)}},
      {"On 29 February they", kPublished, {day("29 February", "2016-02-29", kYearInferred)}},
      {"in December",
       kPublished,
       {{"December", "2017-12", "2017-12-01", "2017-12-31", kYearInferred}}},
      {"in January", kPublished, {{"January", "2017-01", "2017-01-01", "2017-01-31", 8}}},
  });
}

TEST_CASE("without a publication day no year is guessed", "[dates]") {
  check({
      {"On February 9 they", "", {{"February 9", "--02-09", "", "", kYearUnknown}}},
      {"in October", "", {{"October", "--10", "", "", kYearUnknown}}},
      {"in March 2016. In October",
       "",
       {{"March 2016", "2016-03", "2016-03-01", "2016-03-31", 0},
        {"October", "--10", "", "", kYearUnknown}}},
      {"on Friday", "", {{"Friday", "XXXX-WXX-5", "", "", kRelative}}},
      {"yesterday", "", {{"yesterday", "PAST_REF", "", "", kRelative}}},
      {"last week", "", {{"last week", "PAST_REF", "", "", kRelative}}},
      {"over the past two weeks", "", {{"the past two weeks", "P2W", "", "", 0}}},
  });
}

TEST_CASE("relative dates count from the publication", "[dates]") {
  const int r = kRelative;
  check({
      {"today", kPublished, {day("today", "2017-10-03", r)}},
      {"yesterday's raid", kPublished, {day("yesterday", "2017-10-02", r)}},
      {"the day before yesterday", kPublished, {day("the day before yesterday", "2017-10-01", r)}},
      {"on Tuesday", kPublished, {day("Tuesday", "2017-10-03", r)}},
      {"late on Sunday night",
       kPublished,
       {{"late on Sunday night", "2017-10-01TNI", "2017-10-01", "2017-10-01", r}}},
      {"last Tuesday", kPublished, {day("last Tuesday", "2017-09-26", r)}},
      {"next Friday", kPublished, {day("next Friday", "2017-10-06", r)}},
      {"during the weekend",
       "2019-02-12",
       {{"the weekend", "2019-W06-WE", "2019-02-09", "2019-02-10", r}}},
      {"Last week,", "2019-02-12", {{"Last week", "2019-W06", "2019-02-04", "2019-02-10", r}}},
      {"last month", kPublished, {{"last month", "2017-09", "2017-09-01", "2017-09-30", r}}},
      {"early next year",
       kPublished,
       {{"early next year", "2018", "2018-01-01", "2018-04-30", r | kApproximate}}},
      {"last December", kPublished, {{"last December", "2016-12", "2016-12-01", "2016-12-31", r}}},
      {"October of last year",
       kPublished,
       {{"October of last year", "2016-10", "2016-10-01", "2016-10-31", r}}},
      {"eight days ago", kPublished, {day("eight days ago", "2017-09-25", r)}},
      {"two weeks ago", kPublished, {{"two weeks ago", "2017-W38", "2017-09-18", "2017-09-24", r}}},
      {"more than two years ago",
       "2019-02-12",
       {{"more than two years ago", "2017", "", "2017-02-12", r | kOpenStart}}},
      {"several months ago", kPublished, {{"several months ago", "PAST_REF", "", "", r}}},
      {"in the past 10 days",
       kPublished,
       {{"the past 10 days", "P10D", "2017-09-23", "2017-10-03", r}}},
      {"over the last few days",
       kPublished,
       {{"the last few days", "PXD", "2017-09-30", "2017-10-03", r | kApproximate}}},
  });
}

TEST_CASE("a day that does not exist is no date", "[dates]") {
  check({
      {"on 31/31/2017", "", {}},
      {"on 29 February of last year", "2018-03-01", {}},
      {"9999 centuries ago", kPublished, {{"9999 centuries ago", "PAST_REF", "", "", kRelative}}},
      {"9999 years ago", kPublished, {{"9999 years ago", "PAST_REF", "", "", kRelative}}},
  });
}

TEST_CASE("since and until leave a side open", "[dates]") {
  check({
      {"under siege since 2014.", "2017-09-06", {{"2014", "2014", "2014-01-01", "", kOpenEnd}}},
      {"until 5 May 2016", "", {{"5 May 2016", "2016-05-05", "", "2016-05-05", kOpenStart}}},
      {"from 2014 onwards", "", {{"2014", "2014", "2014-01-01", "", kOpenEnd}}},
  });
}

TEST_CASE("the next day counts from the last date of its passage, never from the publication",
          "[dates]") {
  const int r = kRelative;
  CHECK(found_in("On 3 March 2016 it began. The next day it ended. Two days later they met.") ==
        std::vector<Found>{day("3 March 2016", "2016-03-03"), day("The next day", "2016-03-04", r),
                           day("Two days later", "2016-03-06", r)});
  CHECK(found_in("It was 31 March 2016; a week earlier, and later that year.") ==
        std::vector<Found>{day("31 March 2016", "2016-03-31"),
                           {"a week earlier", "2016-W12", "2016-03-21", "2016-03-27", r},
                           {"later that year", "2016", "2016-01-01", "2016-12-31", r}});
  CHECK(found_in_passages({"On 3 March 2016.", "The next day it ended."}, kPublished) ==
        std::vector<Found>{day("3 March 2016", "2016-03-03"),
                           {"The next day", "FUTURE_REF", "", "", r}});
}

TEST_CASE("lengths and references have no place in the calendar", "[dates]") {
  check({
      {"it took two days", kPublished, {{"two days", "P2D", "", "", 0}}},
      {"for 45 minutes", kPublished, {{"45 minutes", "PT45M", "", "", 0}}},
      {"a six-month truce", kPublished, {{"six-month", "P6M", "", "", 0}}},
      {"twenty-four hours", kPublished, {{"twenty-four hours", "PT24H", "", "", 0}}},
      {"after many weeks", kPublished, {{"many weeks", "PXW", "", "", 0}}},
      {"It is now open", kPublished, {{"now", "PRESENT_REF", "", "", 0}}},
      {"recently left", kPublished, {{"recently", "PAST_REF", "", "", 0}}},
  });
}

TEST_CASE("the article decides whether the day or the month comes first", "[dates]") {
  check({
      {"3/4/2017 and 25/4/2017",
       "",
       {day("3/4/2017", "2017-04-03"), day("25/4/2017", "2017-04-25")}},
      {"3/4/2017 and 4/25/2017",
       "",
       {day("3/4/2017", "2017-03-04"), day("4/25/2017", "2017-04-25")}},
      {"3/4/2017", "", {day("3/4/2017", "2017-04-03", kDayMonthOrder)}},
      {"3/4/2017", "2017-03-20", {day("3/4/2017", "2017-03-04", kDayMonthOrder)}},
      {"4/4/2017", "", {day("4/4/2017", "2017-04-04")}},
  });
}

TEST_CASE("news with full dates stays with its publication day", "[dates]") {
  const auto found = found_in(
      "On Monday and Tuesday, and yesterday. On 3 March 2011, 5 May 2012 and 7 July 2013 too. "
      "Last week they met. On 9 September they left.",
      kPublished);
  REQUIRE(!found.empty());
  CHECK(found.back() == day("9 September", "2017-09-09", kYearInferred));
}

TEST_CASE("an anchor is named where a date was counted from one", "[dates]") {
  const std::string text = "On 9 September it fell; the next day it rained.";
  const std::vector passages{tokenize(text)};
  const auto mentions = recognize_dates({passages, day_from(kPublished)});
  REQUIRE(mentions.front().size() == 2);
  CHECK(mentions.front()[0].anchor == "2017-10-03");
  CHECK(mentions.front()[0].rule == "date.year-window");
  CHECK(mentions.front()[1].anchor == "2017-09-09");
}

TEST_CASE("granularities are those of the units", "[dates]") {
  const std::string text =
      "3 May 2016, May 2016, in 2016, the 1990s, the 19th century, last week, summer 2015, "
      "Q1 2016, May 3-5, two days, now";
  const std::vector passages{tokenize(text)};
  const auto mentions = recognize_dates({passages, day_from(kPublished)});
  std::vector<Granularity> found;
  for (const DateMention& mention : mentions.front()) found.push_back(mention.granularity);
  CHECK(found == std::vector{Granularity::day, Granularity::month, Granularity::year,
                             Granularity::decade, Granularity::century, Granularity::week,
                             Granularity::season, Granularity::quarter, Granularity::range,
                             Granularity::duration, Granularity::reference});
}

/// Every day of every mention is one whose year can be written with four figures.
void check_days(const std::vector<Found>& found) {
  for (const Found& mention : found) {
    for (const std::string& text : {mention.first, mention.last})
      CHECK((text.empty() || text.size() == (text.front() == '-' ? 11 : 10)));
    const auto first = day_from(mention.first), last = day_from(mention.last);
    CHECK((!first || !last || *first <= *last));
  }
}

TEST_CASE("days outside the years -9999 to 9999 never appear", "[dates]") {
  for (const std::string text :
       {"in 1 BC, the previous year, the next year and the next year", "0000-00-00", "0001-01-01",
        "9999-12-31. The next day. The next month. The next year. Two centuries later.",
        "On 1 January 2000 it was. 9999 centuries later. 9999 years earlier. 9999 months ago",
        "the 1st century, the early 1st century, February 30, 99/99/9999", "29 February 1900",
        "this week, this weekend", "in the past 9999 years", "the next 9999 years",
        "9999 days ago, 9999 weeks ago"}) {
    INFO(text);
    for (const std::string published : {"", "2017-10-03", "0001-01-01", "9999-12-31"})
      check_days(found_in(text, published));
  }
}

}  // namespace
}  // namespace furat::analysis
