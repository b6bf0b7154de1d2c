#include <string>
#include <vector>

#include "tests/analysis/date_support.hpp"

namespace furat::analysis {
namespace {

using namespace test;

std::vector<std::string> values_of(const std::vector<Found>& found) {
  std::vector<std::string> values;
  for (const Found& one : found) values.push_back(one.value);
  return values;
}

std::vector<std::string> values_in(const std::string& text, const std::string& published = "") {
  return values_of(found_in(text, published));
}

using Values = std::vector<std::string>;

TEST_CASE("a narrative carries its years forward", "[dates]") {
  const std::vector<std::string> passages{
      "On 3 March 1904 they landed. The siege began on 5 May 1904.",
      "On 9 August they broke out. In September 1905 peace was signed.",
      "On 2 October 1906 it was ratified; in November the troops left."};
  const auto found = found_in_passages(passages, "2009-12-19");
  REQUIRE(found.size() == 6);
  CHECK(found[2] == day("9 August", "1904-08-09", kYearInferred));
  CHECK(found[5] == Found{"November", "1906-11", "1906-11-01", "1906-11-30", kYearInferred});
}

TEST_CASE("a month half a year back begins the next year of a narrative", "[dates]") {
  const auto found = found_in(
      "On 3 March 1904 they landed. On 5 May 1904 they stayed. On 7 December 1904 they left. "
      "In April they were back.");
  REQUIRE(found.size() == 4);
  CHECK(found[3].value == "1905-04");
}

TEST_CASE("a narrative is not moved by a year in passing", "[dates]") {
  const auto found = found_in(
      "On 3 March 1904 they landed. On 5 May 1904 they stayed. On 7 July 1904 they left. "
      "Papers opened in 1985 say that on 9 August they returned. In 1905 peace came. In June all "
      "was over.");
  REQUIRE(found.size() == 7);
  CHECK(found[4].value == "1904-08-09");
  CHECK(found[6].value == "1905-06");
}

TEST_CASE("a look back gives its dates the years it tells of", "[dates]") {
  CHECK(values_in("In May 2015 the post was lost. On 13 June the last men left it, and in early "
                  "October a tower fell. It was regained in March 2016.",
                  "2019-01-15") == Values{"2015-05", "2015-06-13", "2015-10", "2016-03"});
}

TEST_CASE("a weekday of a look back is the one nearest to the day told of", "[dates]") {
  CHECK(values_in("On 11 November 2017 they came back, having hidden since Thursday. On 2 May 2018 "
                  "they were gone.",
                  "2019-01-15") == Values{"2017-11-11", "2017-11-09", "2018-05-02"});
}

TEST_CASE("a look back never names a day after its publication", "[dates]") {
  CHECK(values_in("The bridge fell on 4 June 2016 and the gate on 5 June 2016. In early March the "
                  "village had been handed over.",
                  "2017-01-20") == Values{"2016-06-04", "2016-06-05", "2016-03"});
}

TEST_CASE("an article gives a month the only year in which it states it", "[dates]") {
  const auto found = found_in_passages(
      {"On October 14 the radio spoke.",
       "The count for 6 to 15 October 2017 is 64; the last entry is of 22 October 2017.",
       "In February 2019 the tunnels were shown."},
      "2019-02-20");
  REQUIRE(found.size() == 5);
  CHECK(found.front().value == "2017-10-14");
}

TEST_CASE("news with a date of long ago stays with its publication", "[dates]") {
  CHECK(values_in("Yesterday they met. The town fell in October 2017. On 20 January they had asked "
                  "for more, and on Friday they left.",
                  "2019-02-12") == Values{"2019-02-11", "2017-10", "2019-01-20", "2019-02-08"});
  CHECK(values_in("On Monday it began. The town fell in October 2017. On February 9 it rained.",
                  "2019-02-12") == Values{"2019-02-11", "2017-10", "2019-02-09"});
}

TEST_CASE("a day without its month is of the month told of", "[dates]") {
  CHECK(values_in("It began on 9 July 2017 and was declared over on the 10th.") ==
        Values{"2017-07-09", "2017-07-10"});
  CHECK(values_in("They left on 22 March 2017 and came on the 23rd or 24th, or about the 28th.") ==
        Values{"2017-03-22", "2017-03-23", "2017-03-24", "2017-03-28"});
  CHECK(values_in("On 30 September 2017 it was lost, on the 2nd it was found.") ==
        Values{"2017-09-30", "2017-10-02"});
  CHECK(values_in("On 5 September 2017, an island since January of that year, it ended; by the 9th "
                  "of the month it was over.") == Values{"2017-09-05", "2017-01", "2017-09-09"});
}

TEST_CASE("an ordinal before a noun or without a month is no day", "[dates]") {
  CHECK(values_in("On 9 July 2017 he lived on the 3rd floor, relieved by the 2nd Division and by "
                  "the 4th and 5th Brigades.") == Values{"2017-07-09"});
  CHECK(values_in("They met on the 9th.", "2017-10-03").empty());
}

TEST_CASE("the first or last days, weeks and thirds of a month are a part of it", "[dates]") {
  const auto part = [](const std::string& text, const std::string& first, const std::string& last) {
    return std::vector<Found>{{text, first.substr(0, 7), first, last, kApproximate}};
  };
  CHECK(found_in("In the first week of October 2017 it") ==
        part("the first week of October 2017", "2017-10-01", "2017-10-10"));
  CHECK(found_in("in the last third of September 2017") ==
        part("the last third of September 2017", "2017-09-21", "2017-09-30"));
  CHECK(found_in("the first ten days of May 2017") ==
        part("the first ten days of May 2017", "2017-05-01", "2017-05-10"));
  CHECK(found_in("the second half of August 2017") ==
        part("the second half of August 2017", "2017-08-01", "2017-08-31"));
  CHECK(values_in("in the second half of 2008") == Values{"2008-H2"});
  CHECK(values_in("the last days of the siege") == Values{});
}

TEST_CASE("that day is the last day named and not the month named behind it", "[dates]") {
  CHECK(
      values_in("On 26 March 2017 it was taken, where men had died in August 2014. That day, too, "
                "the dam was hit.") == Values{"2017-03-26", "2014-08", "2017-03-26"});
}

TEST_CASE("a winter of two years and a night of two days are one mention", "[dates]") {
  CHECK(found_in("the winter of 2016-2017") ==
        std::vector<Found>{{"the winter of 2016-2017", "2016-WI", "2016-12-01", "2017-02-28", 0}});
  CHECK(found_in("on 26/27 October 2019") ==
        std::vector<Found>{
            {"26/27 October 2019", "2019-10-26/2019-10-27", "2019-10-26", "2019-10-27", 0}});
}

TEST_CASE("what was done to people does not take a date its day or year", "[dates]") {
  CHECK(values_in("A bomb on 16 January 2019 killed four.") == Values{"2019-01-16"});
  CHECK(values_in("A bomb on 16 January killed four.", "2019-03-23") == Values{"2019-01-16"});
  CHECK(values_in("A raid on 15-16 May 2015 killed two.") == Values{"2015-05-15/2015-05-16"});
  CHECK(values_in("the 7 April Brigade").empty());
}

TEST_CASE("Arabic months of both calendars are read", "[dates]") {
  CHECK(values_in("في التاسع من تشرين الثاني 2017") == Values{"2017-11-09"});
  CHECK(values_in("في ١٩ نوفمبر ٢٠١٧") == Values{"2017-11-19"});
  CHECK(values_in("منذ 5 أيلول 2014") == Values{"2014-09-05"});
  CHECK(values_in("مارس ضغوطا").empty());
}

}  // namespace
}  // namespace furat::analysis
