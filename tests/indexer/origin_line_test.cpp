#include "indexer/metadata/origin_line.hpp"
#include "tests/support/catch.hpp"

using namespace furat::indexer;
using namespace std::chrono_literals;

TEST_CASE("a line that says where and when a document appeared gives the day") {
  const auto* line = GENERATE(
      "Two Rivers Wire, 20 November 2017", "Harbour Monitor 20 November 2017",
      "Jazira Notebook | November 20, 2017", "20 November 2017",
      "Weekly Assessment, special report, 20 November 2017", "20 November 2017 - Harbour Monitor");
  CAPTURE(line);
  CHECK(origin_line_day(line) == std::chrono::sys_days{2017y / 11 / 20});
}

TEST_CASE("other lines with a date give none") {
  const auto* line = GENERATE(
      "The harbour was closed on 20 November 2017", "It was late again on 20 November 2017.",
      "From 3 May 2017 to 20 November 2017", "What the mayor said about 20 November 2017",
      "Harbour Monitor, November 2017", "Closed since 20 November 2017 and open again", "");
  CAPTURE(line);
  CHECK_FALSE(origin_line_day(line));
}
