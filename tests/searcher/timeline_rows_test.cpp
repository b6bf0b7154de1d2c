// Counting over the calendar against brute force: random dates, and every bucket by its days.
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "searcher/timeline/calendar.hpp"
#include "searcher/timeline/calendar_counts.hpp"
#include "searcher/timeline/timeline_rows.hpp"
#include "tests/support/catch.hpp"

using namespace furat;
using index::DateLevel;
using index::DateNode;
using index::DayInterval;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

struct Passage {
  std::uint32_t article = 0, number = 0;
  std::vector<DayInterval> dates;
};

sys_days day_of(int year, unsigned month, unsigned day) {
  return sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

/// Days, weeks, months, years and decades around the turn of a year, of a decade, of an era.
std::vector<Passage> random_passages(std::mt19937& random, int around) {
  const std::vector<int> lengths{1, 1, 1, 7, 30, 31, 365, 366, 3653};
  const auto pick = [&random](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  std::vector<Passage> passages;
  std::uint32_t article = 1;
  for (std::uint32_t number = 1; number <= 300; ++number) {
    if (pick(0, 2) == 0) ++article;
    Passage passage{article, number, {}};
    for (int dates = pick(0, 4); dates > 0; --dates) {
      auto first = day_of(around, 1, 1) + days{pick(-1500, 1500)};
      const auto length = lengths[static_cast<std::size_t>(pick(0, 8))];
      const std::chrono::year_month_day calendar{first};
      if (pick(0, 2) == 0) {  // a whole month or a whole year
        first = sys_days{calendar.year() /
                         (length > 31 ? std::chrono::month{1} : calendar.month()) / 1};
        const auto last = length > 31
                              ? sys_days{calendar.year() / 12 / 31}
                              : sys_days{calendar.year() / calendar.month() / std::chrono::last};
        passage.dates.push_back({first, last});
      } else {
        passage.dates.push_back({first, first + days{length - 1}});
      }
    }
    passages.push_back(std::move(passage));
  }
  return passages;
}

CalendarCounts counts_of(const std::vector<Passage>& passages) {
  CalendarCounts counts;
  for (const auto& passage : passages) {
    std::vector<DateNode> nodes;
    for (const auto& date : passage.dates)
      if (const auto node = index::enclosing(date)) nodes.push_back(*node);
    counts.add(passage.article, passage.number, nodes);
  }
  return counts;
}

/// The passages and articles of which a date does what is asked.
template <class Condition>
Counted brute(const std::vector<Passage>& passages, Condition condition) {
  std::set<std::uint32_t> found;
  std::set<std::uint32_t> articles;
  for (const auto& passage : passages)
    if (std::any_of(passage.dates.begin(), passage.dates.end(), condition)) {
      found.insert(passage.number);
      articles.insert(passage.article);
    }
  return {found.size(), articles.size()};
}

bool inside(const DayInterval& date, const DayInterval& bucket) {
  return bucket.first <= date.first && date.last <= bucket.last;
}

DayInterval days_of_row(const TimelineRow& row) {
  const auto day = [](const std::string& text) { return index::days_of(*index::node_named(text)); };
  return {day(row.first)->first, day(row.last)->last};
}

DateNode bucket_of(sys_days day, TimeUnit by) {
  return *at_level({DateLevel::day, static_cast<std::int32_t>(day.time_since_epoch().count())},
                   level_of(by));
}

void check_rows(const std::vector<Passage>& passages, TimeUnit by,
                const std::optional<DayInterval>& bounds, std::size_t longest_gap) {
  const auto rows = timeline_rows(counts_of(passages), by, bounds, longest_gap);
  std::set<std::string> coarser;
  std::optional<sys_days> next;  // the day after the last bucket
  std::optional<sys_days> before;
  for (const auto& row : rows) {
    const auto span = days_of_row(row);
    CAPTURE(row.id, row.first, row.last);
    if (before) REQUIRE(*before <= span.first);
    before = span.first;
    const auto has_it = [&](const DayInterval& date) { return inside(date, span); };
    if (row.kind == TimelineRow::Kind::coarser) {
      coarser.insert(row.id);
      const auto node = *index::node_named(row.id);
      REQUIRE(node.level < level_of(by));
      REQUIRE(row.counted == brute(passages, [&](const DayInterval& date) {
                return index::enclosing(date) == node;
              }));
      continue;
    }
    if (next) REQUIRE(*next == span.first);  // no bucket is missing, none is there twice
    next = span.last + days{1};
    if (row.kind == TimelineRow::Kind::bucket) {
      REQUIRE(bucket_of(span.first, by) == index::node_named(row.id));
      REQUIRE(row.counted == brute(passages, has_it));
      continue;
    }
    REQUIRE(row.buckets > longest_gap);
    REQUIRE(row.counted == Counted{});
    for (auto day = span.first; day <= span.last; day += days{1}) {
      const auto bucket = *index::days_of(bucket_of(day, by));
      REQUIRE(brute(passages, [&](const DayInterval& date) { return inside(date, bucket); }) ==
              Counted{});
      day = bucket.last;
    }
    REQUIRE(bucket_of(span.first, by).number + static_cast<std::int32_t>(row.buckets) - 1 ==
            bucket_of(span.last, by).number);
  }
  // Whatever has a date that may be shown has its row.
  for (const auto& passage : passages)
    for (const auto& date : passage.dates) {
      const auto node = index::enclosing(date);
      if (!node || node->level < DateLevel::millennium) continue;
      const auto row_node = at_level(*node, level_of(by)).value_or(*node);
      if (!within_reach(row_node, bounds)) continue;
      const auto days = *index::days_of(row_node);
      REQUIRE(std::any_of(rows.begin(), rows.end(), [&](const TimelineRow& row) {
        return row.kind != TimelineRow::Kind::gap && days_of_row(row) == days &&
               row.counted.passages > 0;
      }));
    }
}

}  // namespace

TEST_CASE("every row of a timeline counts what brute force counts, and no bucket is missing") {
  std::mt19937 random(20171014);
  const auto around = GENERATE(2017, 2000, 1, -44);
  for (int round = 0; round < 3; ++round) {
    const auto passages = random_passages(random, around);
    for (const auto by : {TimeUnit::day, TimeUnit::month, TimeUnit::year, TimeUnit::decade}) {
      check_rows(passages, by, std::nullopt, 5);
      check_rows(passages, by, std::nullopt, 0);
      check_rows(passages, by, DayInterval{day_of(around, 3, 5), day_of(around + 1, 2, 9)}, 5);
    }
  }
}

TEST_CASE("a timeline chooses the finest unit that can be read, and leaves far times out") {
  const auto day = [](int year, unsigned month, unsigned number) {
    return DayInterval{day_of(year, month, number), day_of(year, month, number)};
  };
  std::vector<Passage> passages;
  const auto add = [&](const DayInterval& date) {
    const auto number = static_cast<std::uint32_t>(passages.size() + 1);
    passages.push_back({number, number, {date}});
  };
  const auto frame = [&] { return timeline_frame({}, counts_of(passages), std::nullopt); };

  for (unsigned i = 1; i <= 20; ++i) add(day(2017, 10, i));
  CHECK(frame().by == TimeUnit::day);
  for (unsigned month = 1; month <= 9; ++month)
    for (unsigned i = 0; i < 20; ++i) add(day(2017, month, 1 + i));
  CHECK(frame().by == TimeUnit::month);
  for (int year = 2010; year < 2017; ++year)
    for (unsigned month = 1; month <= 12; ++month) add(day(year, month, 3));
  CHECK(frame().by == TimeUnit::year);
  CHECK_FALSE(frame().narrowed);

  // Fifty years that are named once each, and then the time that it is all about.
  for (int round = 0; round < 100; ++round)
    for (int year = 2010; year < 2018; ++year) add(day(year, 5, 5));
  for (int year = 1300; year < 1800; year += 10) add(day(year, 7, 7));
  const auto wide = frame();
  CHECK(wide.by == TimeUnit::decade);
  CHECK_FALSE(wide.narrowed);
  for (int round = 0; round < 1000; ++round)
    for (int year = 2010; year < 2018; ++year) add(day(year, 5, 5));
  const auto narrow = frame();
  CHECK(narrow.by == TimeUnit::year);
  CHECK(narrow.narrowed);
  CHECK(narrow.bounds == DayInterval{day_of(2010, 1, 1), day_of(2017, 12, 31)});

  // Who says what to show gets it.
  const DayInterval all{day_of(1300, 1, 1), day_of(2020, 1, 1)};
  CHECK(timeline_frame({}, counts_of(passages), all).by == TimeUnit::decade);
  TimelineRequest by_day;
  by_day.by = TimeUnit::day;
  CHECK(timeline_frame(by_day, counts_of(passages), std::nullopt).by == TimeUnit::day);
}
