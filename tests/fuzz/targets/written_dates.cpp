// Any bytes as a field, an address and a file's name that may state the day of publication.
#include "indexer/metadata/date_in_file_name.hpp"
#include "indexer/metadata/date_in_url.hpp"
#include "indexer/metadata/dateline.hpp"
#include "indexer/metadata/origin_line.hpp"
#include "indexer/metadata/written_date.hpp"
#include "indexer/readers/record_values.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace {

using namespace furat::fuzz;
using namespace furat::indexer;

void require_year(std::optional<std::chrono::sys_days> day, int first, int last) {
  if (!day) return;
  const auto year = static_cast<int>(std::chrono::year_month_day(*day).year());
  require(year >= first && year <= last, "a day is of the years that are read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto order = static_cast<DayMonthOrder>(input.choice(3));
  const auto text = input.rest();
  std::size_t past = 0;
  for (const auto& date : find_written_dates(text, order)) {
    require(date.begin >= past && date.end > date.begin && date.end <= text.size(),
            "dates ascend within the text");
    require_year(date.day, 1800, 2199);
    (void)names_day_of_month(text, date.day);
    past = date.end;
  }
  require_year(parse_written_date(text, order), 1800, 2199);
  require_year(date_in_url(text), 1990, 2035);
  require_year(date_in_file_name(text), 1900, 2099);
  (void)stated_day(text, order);
  (void)dateline_day(text);
  (void)origin_line_day(text);
  (void)shown_day_month_order(text);
  return 0;
}
