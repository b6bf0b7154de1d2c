// How long the time between two dates is, with the first and the last unit.
#include "indexer/timeml/length_of_range.hpp"

#include <string>
#include <vector>

#include "analysis/dates/date_recognizer.hpp"
#include "tests/support/catch.hpp"

namespace furat::indexer {
namespace {

/// The length of the only range of a text, as the recognizer finds its ends; empty if there is
/// none.
std::string length_in(const std::string& text,
                      std::optional<std::chrono::sys_days> published = std::nullopt) {
  const std::vector tokenized{analysis::tokenize(text)};
  const auto dates = analysis::recognize_dates({tokenized, published}).front();
  for (std::size_t i = 0; i + 1 < dates.size(); ++i)
    if ((dates[i].flags & analysis::kBeginsRange) != 0)
      return length_of_range(dates[i], dates[i + 1]);
  return "";
}

TEST_CASE("a range is as long as the units from its first to its last") {
  CHECK(length_in("from 3 to 5 September 2017") == "P3D");
  CHECK(length_in("from 30 December 2016 to 2 January 2017") == "P4D");
  CHECK(length_in("from March to June 2016") == "P4M");
  CHECK(length_in("from November 2016 to February 2017") == "P4M");
  CHECK(length_in("from 2014 to 2017") == "P4Y");
  CHECK(length_in("from the 1980s to the 1990s") == "P2DE");
}

TEST_CASE("a range of unlike units is counted in the coarser one") {
  CHECK(length_in("from 5 March 2016 to June 2016") == "P4M");
  CHECK(length_in("from March 2014 to 2017") == "P4Y");
}

TEST_CASE("a range of an unknown year has a length where no leap year matters") {
  CHECK(length_in("from 3 to 5 September") == "P3D");
  CHECK(length_in("from November to February") == "P4M");
  CHECK(length_in("from 30 December to 2 January") == "P4D");
  CHECK(length_in("from 27 February to 2 March") == "PXD");
  CHECK(length_between_days("--02-27", "--02-29") == "P3D");
  CHECK(length_between_days("--02-27", "--03-01") == "PXD");
}

TEST_CASE("two days are counted with both of them") {
  CHECK(length_between_days("2017-09-03", "2017-09-05") == "P3D");
  CHECK(length_between_days("2016-02-28", "2016-03-01") == "P3D");
  CHECK(length_between_days("2017-09-05", "2017-09-05") == "P1D");
}

TEST_CASE("what is no pair of days has an unknown length") {
  for (const std::string value :
       {"", "-", "--", "--13-01", "2017-0x-01", "2017-09--1", "XXXX", "BC0480-09-03", "2017-02-30"})
    CHECK(length_between_days(value, "2017-09-05") == "PXD");
  CHECK(length_between_days("2017-09-05", "2017-09-03") == "PXD");
}

TEST_CASE("between two clock times lie hours and minutes") {
  const std::chrono::sys_days day = std::chrono::year{2017} / 9 / 5;
  analysis::DateMention first, last;
  first.first = last.first = last.last = day;
  first.value = "2017-09-05T10:00";
  last.value = "2017-09-05T14:30";
  CHECK(length_of_range(first, last) == "PT4H30M");
  last.value = "2017-09-05T10:45";
  CHECK(length_of_range(first, last) == "PT45M");
  last.value = "2017-09-05TNI";
  CHECK(length_of_range(first, last) == "P1D");
}

}  // namespace
}  // namespace furat::indexer
