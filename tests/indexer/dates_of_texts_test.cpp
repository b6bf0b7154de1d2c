// From words to what the index holds of their dates.
#include <string>

#include "analysis/dates/date_recognizer.hpp"
#include "index/passage_dates.hpp"
#include "indexer/passage_document.hpp"
#include "tests/support/catch.hpp"

using namespace furat;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

const std::optional<sys_days> kPublished = sys_days{year{2017} / 10 / 3};

std::vector<index::PassageDate> read(const std::string& text, std::optional<sys_days> published) {
  const std::vector<analysis::TokenizedText> passages{analysis::tokenize(text)};
  std::vector<index::MentionRecord> records;
  const auto mentions = analysis::recognize_dates({passages, published});
  for (const auto& mention : mentions.front()) records.push_back(indexer::record_of(mention));
  return index::dates_of(records, published);
}

/// The names of the nodes under which the dates of a text are found, one list a date.
std::vector<std::vector<std::string>> dates_in(const std::string& text,
                                               std::optional<sys_days> published) {
  std::vector<std::vector<std::string>> out;
  for (const auto& date : read(text, published)) {
    out.emplace_back();
    for (const auto& node : date.nodes) out.back().push_back(index::name(node));
  }
  return out;
}

using Dates = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("a range is found by what lies between its ends") {
  CHECK(dates_in("from March to June 2016", {}) ==
        Dates{{"2016-03", "2016-04", "2016-05", "2016-06"}});
  CHECK(dates_in("It was held from 2014 to March 2017 and in 2019.", {}) ==
        Dates{{"2014", "2015", "2016", "2017-01", "2017-02", "2017-03"}, {"2019"}});
  CHECK(dates_in("on September 3-5, and on 8 September", kPublished) ==
        Dates{{"2017-09-03", "2017-09-04", "2017-09-05"}, {"2017-09-08"}});
}

TEST_CASE("a range without a year is found by its days, over the new year too") {
  CHECK(dates_in("from March to June", {}) == Dates{{"--03", "--04", "--05", "--06"}});
  CHECK(dates_in("30 September-2 October", {}) == Dates{{"--09-30", "--10-01", "--10-02"}});
  CHECK(dates_in("from 30 December to 2 January", {}) ==
        Dates{{"--12-30", "--12-31", "--01-01", "--01-02"}});
  CHECK(dates_in("on February 28-29", {}) == Dates{{"--02-28", "--02-29"}});
}

TEST_CASE("an open end reaches to the publication, an open start to the first day there is") {
  const auto since = read("since 2014", kPublished);
  REQUIRE(since.size() == 1);
  CHECK(since.front().is_open());
  CHECK(since.front().days == index::DayInterval{sys_days{year{2014} / 1 / 1}, *kPublished});
  CHECK(dates_in("It took six months.", kPublished).empty());
}
