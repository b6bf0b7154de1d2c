// Dates that were misread, each by the sentence that showed it.
#include <string>
#include <utility>
#include <vector>

#include "tests/analysis/date_support.hpp"

namespace furat::analysis {
namespace {

using namespace test;

using Read = std::vector<std::pair<std::string, std::string>>;  // text, value

Read read(const std::string& text, const std::string& published = "2017-10-12") {  // a Thursday
  Read out;
  for (const auto& found : found_in(text, published)) out.emplace_back(found.text, found.value);
  return out;
}

TEST_CASE("a plural behind a named day did not count by its number", "[dates]") {
  CHECK(read("The October 7 attacks shook it.") == Read{{"October 7", "2017-10-07"}});
  CHECK(read("Since the March 5 strikes") == Read{{"March 5", "2017-03-05"}});
  CHECK(read("In May 12 people died.") == Read{{"May", "2017-05"}});
}

TEST_CASE("the weekday of another week was that of this one", "[dates]") {
  CHECK(read("On Monday last week they met.") == Read{{"Monday last week", "2017-10-02"}});
  CHECK(read("On Sunday of next week") == Read{{"Sunday of next week", "2017-10-22"}});
}

TEST_CASE("two weekdays named together stood in the wrong order", "[dates]") {
  CHECK(read("On Thursday and Friday, strikes hit.") ==
        Read{{"Thursday", "2017-10-05"}, {"Friday", "2017-10-06"}});
  CHECK(found_in("between Thursday and Saturday", "2017-10-12").front() ==
        day("Thursday", "2017-10-05", kRelative | kBeginsRange));
}

TEST_CASE("a quarter behind its year took the year of the publication", "[dates]") {
  CHECK(read("Sales for 2016-Q3 fell.") == Read{{"2016-Q3", "2016-Q3"}});
  CHECK(read("in 2016 H1") == Read{{"2016 H1", "2016-H1"}});
}

TEST_CASE("a winter of two years lost its year to the slash", "[dates]") {
  CHECK(read("The winter of 2012/13 was cold.") == Read{{"The winter of 2012/13", "2012-WI"}});
  CHECK(read("In 2012/13 prices rose.") == Read{{"2012", "2012"}, {"13", "2013"}});
}

TEST_CASE("years of the first centuries became those of the publication", "[dates]") {
  CHECK(read("On 20 August 636 AD it was fought.") == Read{{"20 August 636 AD", "0636-08-20"}});
  CHECK(read("In AD 273 it fell, in 274 CE too.") == Read{{"273", "0273"}, {"274 CE", "0274"}});
  CHECK(found_in("On 15 March 44 BC he died.").front().first == "-0043-03-15");
}

TEST_CASE("a comma before its end cut a range in two", "[dates]") {
  CHECK(found_in("From Tuesday, 3 October, to Thursday, 5 October, they talked.", "2017-10-12")
            .front() == day("Tuesday, 3 October", "2017-10-03", kYearInferred | kBeginsRange));
}

TEST_CASE("groups, agreements and types of aircraft were dates", "[dates]") {
  CHECK(read("The Black September group").empty());
  CHECK(read("The Good Friday Agreement").empty());
  CHECK(read("Res. 1701 and two Mirage 2000 jets").empty());
}

}  // namespace
}  // namespace furat::analysis
