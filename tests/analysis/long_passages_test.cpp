// Expressions repeated over a megabyte: what costs more than linear time does not end here.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dates/date_recognizer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sanitized.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kBytes = test::tenth_if_sanitized(1 << 20);

std::size_t dates_in_a_megabyte_of(std::string_view piece) {
  std::string text;
  text.reserve(kBytes + piece.size());
  while (text.size() < kBytes) text += piece;
  const std::vector<TokenizedText> passages{tokenize(text)};
  const auto published = std::chrono::sys_days{std::chrono::year{2017} / 10 / 3};
  const auto mentions = recognize_dates({passages, published});
  std::size_t last_end = 0, out_of_order = 0;
  for (const DateMention& mention : mentions.front()) {
    if (mention.span.begin < last_end) ++out_of_order;
    last_end = mention.span.end;
  }
  CHECK(out_of_order == 0);
  CHECK(last_end <= text.size());
  return mentions.front().size();
}

TEST_CASE("a megabyte of digits and month names ends", "[dates]") {
  const std::string_view piece = GENERATE(
      "1", "7 ", "May ", "3 to ", "1999-", "29 February ", "480 BC ", "in 2014 to 2015 and ",
      "May 3, 4 and ", "12 ", "2014 ", "2014-", "1/2/", "1.2.", "March ", "March, ", "March and ",
      "March-", "March 3, ", "3 March to ", "3, 4, ", "3rd and ", "February 9 and 12 ",
      "from 3 to 4 ", "between March and ", "30 September-2 October-", "2014-17-", "499-493 ",
      "Friday the 25th ", "on the 9th and ", "9th, ", "\u0662\u0660\u0661\u0664 ",
      "\u0643\u0627\u0646\u0648\u0646 ");
  CAPTURE(piece);
  CHECK(dates_in_a_megabyte_of(piece) <= kBytes);
}

TEST_CASE("a megabyte of words that begin an expression ends", "[dates]") {
  const std::string_view piece = GENERATE(
      "the ", "- ", "two ", "Friday ", "more than at least ", "last ", "the last ", "about ",
      "early ", "the end of ", "the night of ", "the first week of ", "more than ", "at least ",
      "and a half ", "two and a half ", "half a ", "the same ", "that same ", "the day before ",
      "10 a.m. ", "10 a.m. on ", "at 10:30 ", "noon ", "every ", "every two ", "a day ",
      "twice a week ", "daily ", "years ", "years ago ", "year-", "year-earlier ", "fiscal ",
      "eid ", "Eid al-", "Easter ", "Ramadan ", "May Day ");
  CAPTURE(piece);
  CHECK(dates_in_a_megabyte_of(piece) <= kBytes);
}

TEST_CASE("a megabyte of what decides about years ends", "[dates]") {
  const std::string_view piece =
      GENERATE("March. ", "In March it will be. ", "On 9 March 2014 it was. In May ",
               "the second anniversary of March 2011 ", "anniversary ", "9 March 2014 and in May ",
               "Monday will ", "until Friday ", "the next day ", "two days later ", "that day ");
  CAPTURE(piece);
  CHECK(dates_in_a_megabyte_of(piece) <= kBytes);
}

}  // namespace
}  // namespace furat::analysis
