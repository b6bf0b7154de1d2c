#include <string>
#include <vector>

#include "tests/analysis/date_support.hpp"

namespace furat::analysis {
namespace {

using namespace test;

/// How the year of a mention was found: its value and the rule.
struct Year {
  std::string value, rule;
  bool operator==(const Year&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Year& year) {
  return out << year.value << " by " << year.rule;
}

std::vector<Year> years_in(const std::vector<std::string>& passages,
                           const std::string& published = "") {
  std::vector<TokenizedText> tokenized;
  for (const std::string& passage : passages) tokenized.push_back(tokenize(passage));
  std::vector<Year> out;
  for (const auto& mentions : recognize_dates({tokenized, day_from(published)}))
    for (const DateMention& mention : mentions)
      out.push_back({mention.value, std::string(mention.rule)});
  return out;
}

Year last_year_in(const std::string& text, const std::string& published = "") {
  const auto years = years_in({text}, published);
  return years.empty() ? Year{} : years.back();
}

const std::string kWindow = "date.year-window", kNarrative = "date.year-narrative",
                  kRetold = "date.year-retold", kNeighbour = "date.year-neighbour",
                  kAnniversary = "date.year-anniversary";

TEST_CASE("news takes the latest year that is not long after its publication", "[dates]") {
  CHECK(last_year_in("Talks open on 3 May.", "2017-04-10") == Year{"2017-05-03", kWindow});
  CHECK(last_year_in("The pass opens in June.", "2017-04-10") == Year{"2017-06", kWindow});
  CHECK(last_year_in("The pass opens in June.", "2017-03-20") == Year{"2017-06", kWindow});
  CHECK(last_year_in("It ended on 20 December.", "2017-04-10") == Year{"2016-12-20", kWindow});
}

TEST_CASE("a sentence in the past tense does not look far ahead", "[dates]") {
  CHECK(last_year_in("In September the guards were sent home.", "2016-07-05") ==
        Year{"2015-09", kWindow});
  CHECK(last_year_in("The bridge will open in September.", "2016-07-05") ==
        Year{"2016-09", kWindow});
  CHECK(last_year_in("The bridge was expected to open in September.", "2016-07-05") ==
        Year{"2016-09", kWindow});
}

TEST_CASE("what is to come lies ahead of the publication", "[dates]") {
  CHECK(last_year_in("The vote will be held on 25 August.", "2016-04-01") ==
        Year{"2016-08-25", kWindow});
  CHECK(last_year_in("They agreed on a sale that is expected to close in June.", "2016-02-01") ==
        Year{"2016-06", kWindow});
  CHECK(last_year_in("They will try the men who were caught in June.", "2016-02-01") ==
        Year{"2015-06", kWindow});
  CHECK(last_year_in("The court will hear of the raid of 4 April.", "2017-04-10") ==
        Year{"2017-04-04", kWindow});
  CHECK(last_year_in("There was a better-than-expected harvest in August.", "2016-03-01") ==
        Year{"2015-08", kWindow});
  CHECK(last_year_in("The firm has until the end of June to pay.", "2016-02-16") ==
        Year{"2016-06", kWindow});
  CHECK(last_year_in("The firm has until 29 February to pay.", "2017-04-10") ==
        Year{"2020-02-29", kWindow});
  CHECK(last_year_in("The mill stood empty until June.", "2016-02-16") == Year{"2015-06", kWindow});
}

TEST_CASE("what has lasted since a month began before the publication", "[dates]") {
  CHECK(last_year_in("The road is shut since July.", "2016-06-20") == Year{"2015-07", kWindow});
  CHECK(last_year_in("The road is shut since May.", "2016-06-20") == Year{"2016-05", kWindow});
}

TEST_CASE("nothing tells a year without a publication date", "[dates]") {
  CHECK(last_year_in("On 9 February they left.") == Year{"--02-09", "date.day-month"});
  CHECK(last_year_in("It fell in March 2016 after a siege. Since January it is quiet.") ==
        Year{"--01", "date.month"});
  CHECK(last_year_in("Taken in March 2016, the town was lost on 11 December.") ==
        Year{"--12-11", "date.day-month"});
}

TEST_CASE("a date listed behind one that states its year is of that year", "[dates]") {
  CHECK(last_year_in("They met in September 2014 and in October.") == Year{"2014-10", kNeighbour});
  CHECK(last_year_in("They met in November 2014, in December and then in January.") ==
        Year{"2015-01", kNeighbour});
  CHECK(last_year_in("They met in September 2014 and in October.", "2017-10-20") ==
        Year{"2014-10", kNeighbour});
  CHECK(last_year_in("They met in September 2014. And in October it rained.") ==
        Year{"--10", "date.month"});
}

TEST_CASE("an anniversary tells the year of its day", "[dates]") {
  CHECK(
      years_in({"On 15 March, the second anniversary of the uprising of March 2011, they sang."}) ==
      std::vector<Year>{{"2013-03-15", kAnniversary}, {"2011-03", "date.month"}});
  CHECK(years_in({"On 4 June, the 10-year anniversary of the flood of 2004, they sang."},
                 "2019-01-01")
            .front() == Year{"2014-06-04", kAnniversary});
  CHECK(years_in({"On 4 June, the tenth anniversary of the flood, they sang."}).front() ==
        Year{"--06-04", "date.day-month"});
}

TEST_CASE("an anniversary never takes a day away", "[dates]") {
  CHECK(years_in({"On 29 February, the first anniversary of the flood of 2012, they sang."},
                 "2013-03-02")
            .front() == Year{"2012-02-29", kWindow});
  CHECK(years_in({"On 4 June, the 99999999th anniversary of the flood of 2012, they sang."},
                 "2013-06-05")
            .front() == Year{"2013-06-04", kWindow});
}

TEST_CASE("a sentence of anniversaries costs no more than any other", "[dates]") {
  constexpr std::size_t kTimes = 20'000;
  std::string text;
  for (std::size_t i = 0; i < kTimes; ++i)
    text += "the second anniversary of March 2011 and 4 June ";
  CHECK(years_in({text}, "2013-06-05").size() == 2 * kTimes);
}

TEST_CASE("news that has come back to its own days leaves the past that it told of", "[dates]") {
  CHECK(last_year_in("The first case was in December 2003. On 3 March a second was confirmed, and "
                     "a third was found in January.",
                     "2006-03-11") == Year{"2006-01", kWindow});
}

TEST_CASE("a passage about the past gives its dates that past's year", "[dates]") {
  CHECK(last_year_in("In May 2015 the post was lost. On 13 June the last men left it.",
                     "2019-01-15") == Year{"2015-06-13", kRetold});
}

const std::string kHistory =
    "On 1 February 1904 they sailed. On 3 March 1904 they landed. "
    "On 5 May 1904 they stayed. ";

TEST_CASE("a look ahead in a narrative ends with its passage", "[dates]") {
  const auto years =
      years_in({kHistory, "It would last until December 1905, and on 9 December all was over.",
                "By early July they had settled.", "In August 1904 the siege began."});
  REQUIRE(years.size() == 7);
  CHECK(years[4] == Year{"1905-12-09", kNarrative});
  CHECK(years[5] == Year{"1904-07", kNarrative});
}

TEST_CASE("a month before the one reached is of the next year if the next stated date allows it",
          "[dates]") {
  const auto next = [](const std::string& stated) {
    return years_in({kHistory + "On 26 October 1904 he swore. In May he sailed. " + stated})[4];
  };
  CHECK(next("In 1906 he came home.") == Year{"1905-05", kNarrative});
  CHECK(next("On 2 November 1904 it snowed.") == Year{"1904-05", kNarrative});
}

TEST_CASE("a narrative does not run past its publication", "[dates]") {
  CHECK(years_in({kHistory + "On 7 December 1904 they left. In April they had hoped to win."},
                 "1905-01-10")
            .back() == Year{"1904-04", kNarrative});
}

TEST_CASE("the year that a narrative has got to does not take it back to January", "[dates]") {
  const auto years = years_in(
      {kHistory + "On 7 December (8 December in Asia), 1904, it began. In January it ended."});
  CHECK(years.back() == Year{"1905-01", kNarrative});
}

TEST_CASE("seasons are those that a reader of that day would mean", "[dates]") {
  const auto season = [](const std::string& text, const std::string& published) {
    return last_year_in(text, published).value;
  };
  CHECK(season("Roads were shut in the winter.", "2017-11-15") == "2016-WI");
  CHECK(season("Roads are shut in the winter.", "2017-11-15") == "2017-WI");
  CHECK(season("He had named the spring offensive.", "2017-02-28") == "2017-SP");
  CHECK(season("It ended over the summer.", "2017-05-15") == "2016-SU");
  CHECK(season("Roads were shut this winter.", "2017-01-15") == "2016-WI");
  CHECK(season("Roads will shut this winter.", "2017-10-15") == "2017-WI");
  CHECK(season("Roads were shut last winter.", "2017-01-15") == "2015-WI");
  CHECK(season("Roads were shut last winter.", "2017-03-15") == "2016-WI");
  CHECK(season("It ended last summer.", "2017-07-15") == "2016-SU");
  CHECK(season("It ended last summer.", "2017-09-15") == "2017-SU");
  CHECK(season("It ends next summer.", "2017-07-15") == "2018-SU");
  CHECK(season("It ends next winter.", "2017-01-15") == "2017-WI");
  CHECK(season("Roads were shut in the winter.", "") == "XXXX-WI");
}

TEST_CASE("a weekday with its number is the nearest such day", "[dates]") {
  const auto relative = [](const std::string& text, const std::string& iso) {
    return std::vector<Found>{day(text, iso, kRelative)};
  };
  CHECK(found_in("He left on Friday the 25th.", "2017-08-28") ==
        relative("Friday the 25th", "2017-08-25"));
  CHECK(found_in("On Friday, the 25th, he left.", "2017-10-02") ==
        relative("Friday, the 25th", "2017-08-25"));
  CHECK(found_in("The vote is on Friday the 13th.", "2017-10-02") ==
        relative("Friday the 13th", "2017-10-13"));
  CHECK(found_in("He left on Friday the 25th.") ==
        std::vector<Found>{{"Friday the 25th", "XXXX-WXX-5", "", "", kRelative}});
  CHECK(found_in("On Friday the 25th Division left.", "2017-08-28").front().text == "Friday");
}

}  // namespace
}  // namespace furat::analysis
