#include <string>
#include <utility>
#include <vector>

#include "tests/analysis/date_support.hpp"

namespace furat::analysis {
namespace {

using namespace test;

constexpr auto kPublished = "2017-10-03";

using Read = std::vector<std::pair<std::string, std::string>>;  // text, value

Read read(const std::string& text) {
  Read out;
  for (const auto& found : found_in(text, kPublished)) out.emplace_back(found.text, found.value);
  return out;
}

TEST_CASE("lengths of time are read with halves, articles and without a number", "[dates]") {
  CHECK(read("It took three and a half years.") == Read{{"three and a half years", "P3.5Y"}});
  CHECK(read("a two-and-a-half-year term") == Read{{"two-and-a-half-year", "P2.5Y"}});
  CHECK(read("for a year and a half") == Read{{"a year and a half", "P1.5Y"}});
  CHECK(read("in two hours and 48 minutes") == Read{{"two hours and 48 minutes", "PT2H48M"}});
  CHECK(read("It took two hours and 48 men.") == Read{{"two hours", "PT2H"}});
  CHECK(read("a day after the raid") == Read{{"a day", "P1D"}});
  CHECK(read("hours after the raid") == Read{{"hours", "PTXH"}});
  CHECK(read("two and a half years ago") == Read{{"two and a half years ago", "2015-04"}});
  CHECK(read("another decade of war") == Read{{"another decade", "P1DE"}});
  CHECK(read("It lasted a day.") == Read{{"a day", "P1D"}});
  CHECK(read("after weeks of shelling") == Read{{"weeks", "PXW"}});
  CHECK(read("They waited hours.") == Read{{"hours", "PTXH"}});
  CHECK(read("the last days of the siege, in working hours").empty());
}

TEST_CASE("an uncounted time before or after is a reference", "[dates]") {
  CHECK(read("They left years ago.") == Read{{"years ago", "PAST_REF"}});
  CHECK(read("in the coming weeks") == Read{{"the coming weeks", "FUTURE_REF"}});
  CHECK(read("In the past, few did.") == Read{{"the past", "PAST_REF"}});
  CHECK(read("a plan for the future.") == Read{{"the future", "FUTURE_REF"}});
  CHECK(read("the future president of the past champions").empty());
}

TEST_CASE("what comes back is a set", "[dates]") {
  CHECK(read("daily raids") == Read{{"daily", "P1D"}});
  CHECK(read("every Friday") == Read{{"every Friday", "XXXX-WXX-5"}});
  CHECK(read("every two weeks") == Read{{"every two weeks", "P2W"}});
  CHECK(read("each morning") == Read{{"each morning", "P1D"}});
  CHECK(read("10 dollars a day") == Read{{"a day", "P1D"}});
  CHECK(read("twice a week") == Read{{"a week", "P1W"}});
  CHECK(read("the Daily Telegraph of the Weekly World").empty());
  for (const auto& found : found_in("daily, every Friday, twice a week", kPublished))
    CHECK((found.first.empty() && found.last.empty()));
}

TEST_CASE("a decade ago is a year, not a decade", "[dates]") {
  CHECK(read("a decade ago") == Read{{"a decade ago", "2007"}});
}

TEST_CASE("business reports compare parts of years", "[dates]") {
  CHECK(read("Profit rose in the third quarter of 2016 from the year-earlier quarter.") ==
        Read{{"the third quarter of 2016", "2016-Q3"}, {"the year-earlier quarter", "2015-Q3"}});
  CHECK(read("In the second quarter it lost $5; in the same period last year it had won.") ==
        Read{{"the second quarter", "2017-Q2"}, {"the same period last year", "2016-Q2"}});
  CHECK(read("in fiscal 2012") == Read{{"fiscal 2012", "2012"}});
  CHECK(read("in the latest quarter") == Read{{"the latest quarter", "2017-Q3"}});
}

}  // namespace
}  // namespace furat::analysis
