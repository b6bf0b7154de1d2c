#include "index/passage_dates.hpp"

#include <algorithm>
#include <random>

#include "index/schema.hpp"
#include "tests/support/catch.hpp"

using namespace furat::index;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

constexpr std::uint8_t kMonth = 2, kQuarter = 3;  // analysis::Granularity

sys_days day(int y, unsigned m, unsigned d) {
  return sys_days{year{y} / static_cast<int>(m) / static_cast<int>(d)};
}
std::int32_t number(sys_days date) {
  return static_cast<std::int32_t>(date.time_since_epoch().count());
}

MentionRecord mention(std::optional<sys_days> first, std::optional<sys_days> last,
                      const std::string& timex = {}) {
  MentionRecord record;
  record.kind = MentionKind::date;
  if (first) record.first_day = number(*first);
  if (last) record.last_day = number(*last);
  record.timex = timex;
  return record;
}

MentionRecord unknown_year(const std::string& timex, std::uint8_t flags = 0) {
  auto record = mention({}, {}, timex);
  record.flags = date_flag::kYearUnknown | flags;
  return record;
}

std::vector<PassageDate> dates_of(const std::vector<MentionRecord>& mentions) {
  return furat::index::dates_of(mentions, day(2018, 3, 4));
}

std::string scope(const PassageDate& date) { return date.scope ? name(*date.scope) : "none"; }
std::string scope(const MentionRecord& record) { return scope(dates_of({record}).at(0)); }

std::vector<std::string> names(const std::vector<DateNode>& nodes) {
  std::vector<std::string> result;
  for (const auto& node : nodes) result.push_back(name(node));
  return result;
}

}  // namespace

TEST_CASE("the scope of a date is the smallest node that holds it") {
  CHECK(scope(mention(day(2017, 9, 3), day(2017, 9, 3))) == "2017-09-03");
  CHECK(scope(mention(day(2017, 9, 3), day(2017, 9, 5))) == "2017-09");
  CHECK(scope(mention(day(2017, 9, 1), day(2017, 9, 30))) == "2017-09");
  CHECK(scope(mention(day(2017, 3, 1), day(2017, 6, 30))) == "2017");
  CHECK(scope(mention(day(2016, 12, 1), day(2017, 1, 31))) == "201");
  CHECK(scope(mention(day(2009, 12, 1), day(2010, 1, 31))) == "20");
  CHECK(scope(mention(day(1999, 12, 31), day(2000, 1, 1))) == "none");
  CHECK(scope(mention(day(-1, 12, 31), day(-1, 12, 31))) == "-0001-12-31");
  CHECK(scope(mention(day(-1, 12, 31), day(0, 1, 1))) == "none");
}

TEST_CASE("an open date reaches to the publication, and its scope is its known side") {
  auto since = mention(day(2014, 1, 1), {}, "2014");
  auto dates = dates_of({since});
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].days == DayInterval{day(2014, 1, 1), day(2018, 3, 4)});
  CHECK(dates[0].open_end);
  CHECK(scope(dates[0]) == "2014");
  CHECK(scope_entries(dates) == std::vector{code(*node_named("2014")) * 2 + 1});
  CHECK(terms_of(dates).count("XDS:2014") == 0);
  CHECK(furat::index::dates_of({since}, {}).at(0).days->last == all_days().last);

  auto until = mention({}, day(2017, 3, 31), "2017-03");
  until.granularity = kMonth;
  CHECK(dates_of({until}).at(0).open_start);
  CHECK(dates_of({until}).at(0).days == DayInterval{day(2017, 3, 1), day(2017, 3, 31)});
  CHECK(scope(until) == "2017-03");
  auto since_quarter = mention(day(2017, 4, 1), {}, "2017-Q2");
  since_quarter.granularity = kQuarter;
  CHECK(scope(since_quarter) == "2017");
}

TEST_CASE("a mention that begins a range is one date with the one behind it") {
  auto from = mention(day(2016, 3, 1), day(2016, 3, 31), "2016-03");
  from.flags = date_flag::kBeginsRange;
  const auto to = mention(day(2016, 6, 1), day(2016, 6, 30), "2016-06");
  auto length = mention({}, {}, "P2D");
  auto dates = dates_of({from, length, to});
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].days == DayInterval{day(2016, 3, 1), day(2016, 6, 30)});
  CHECK(scope(dates[0]) == "2016");
  CHECK(dates_of({from}).at(0).days->last == day(2016, 3, 31));
  SECTION("ends that make no range are two dates") {
    CHECK(dates_of({from, mention(day(2015, 1, 1), day(2015, 1, 1))}).size() == 2);
    dates = dates_of({from, unknown_year("--06-05")});
    REQUIRE(dates.size() == 2);
    CHECK_FALSE(dates[0].is_open());
  }
}

TEST_CASE("unknown years have nodes of their own, whole months joined") {
  auto dates = dates_of({unknown_year("--09-03/--09-05")});
  REQUIRE(dates.size() == 1);
  CHECK(names(dates[0].nodes) == std::vector<std::string>{"--09-03", "--09-04", "--09-05"});
  CHECK(scope(dates[0]) == "--09");
  dates = dates_of({unknown_year("--08-30/--10-01")});
  CHECK(names(dates[0].nodes) == std::vector<std::string>{"--08-30", "--08-31", "--09", "--10-01"});
  CHECK(scope(dates[0]) == "--");
  dates = dates_of({unknown_year("--12-31/--01-01")});
  CHECK(names(dates[0].nodes) == std::vector<std::string>{"--12-31", "--01-01"});
  CHECK(scope(unknown_year("--02-09")) == "--02-09");
  CHECK(terms_of(dates_of({unknown_year("--02-09")})).count("XDS:--02") == 1);
  dates = dates_of({unknown_year("--02-09", date_flag::kOpenEnd)});
  CHECK(dates.at(0).is_open());
  CHECK(terms_of(dates).count("XDS:--02") == 0);
}

TEST_CASE("days outside the calendar are cut to it, and dates of none are left out") {
  const auto calendar = all_days();
  const auto dates = dates_of({mention(calendar.first - days{500}, calendar.first + days{2})});
  CHECK(dates.at(0).days == DayInterval{calendar.first, calendar.first + days{2}});
  CHECK(dates_of({mention(calendar.last + days{1}, calendar.last + days{2})}).empty());
  CHECK(dates_of({mention(day(2017, 2, 2), day(2017, 2, 1)), mention({}, {}, "P3D")}).empty());
}

TEST_CASE("terms of intervals can be read again and sort by first day, then last") {
  const std::vector<DateInterval> ordered{{{day(-400, 1, 1), day(2020, 1, 1)}, false, false},
                                          {{day(1969, 12, 31), day(1970, 1, 1)}, false, false},
                                          {{day(2014, 1, 1), day(2014, 1, 1)}, false, false},
                                          {{day(2014, 1, 1), day(2014, 12, 31)}, false, false},
                                          {{day(2014, 1, 1), day(2014, 12, 31)}, true, false},
                                          {{day(2014, 1, 1), day(2014, 12, 31)}, false, true},
                                          {{day(2014, 1, 2), day(2014, 1, 2)}, false, false}};
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    CHECK(interval_in_term(interval_term(ordered[i])) == ordered[i]);
    if (i > 0) CHECK(interval_term(ordered[i - 1]) < interval_term(ordered[i]));
  }
  for (const auto* text : {"", "XD:", "XD:1234567", "XD:12345678x", "XDS:2017-10-10"})
    CHECK_FALSE(interval_in_term(text));
}

TEST_CASE("a date has the scope term of a node exactly if it lies in it") {
  std::mt19937 random(5);
  const auto pick = [&](int from, int to) {
    return std::uniform_int_distribution<int>(from, to)(random);
  };
  std::size_t wrong = 0, inside = 0;
  for (int i = 0; i < 3'000; ++i) {
    const auto first = day(pick(-30, 30), 1, 1) + days{pick(0, 364)};
    const auto last = first + days{pick(0, 3) == 0 ? pick(0, 5000) : pick(0, 40)};
    const auto terms = terms_of(dates_of({mention(first, last)}));
    auto node = cover({first, first}).at(0);
    for (int level = pick(0, 5); level > 0; --level) node = *parent(node);
    const auto span = *days_of(node);
    const bool lies_in = span.first <= first && last <= span.last;
    inside += lies_in ? 1U : 0U;
    wrong += lies_in != (terms.count(scope_term(node)) == 1) ? 1U : 0U;
  }
  CHECK(wrong == 0);
  CHECK(inside > 1'000);
}
