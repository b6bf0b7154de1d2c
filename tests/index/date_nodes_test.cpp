#include "index/date_nodes.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "tests/support/catch.hpp"

using namespace furat::index;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

sys_days day(int y, unsigned m, unsigned d) {
  return sys_days{year{y} / static_cast<int>(m) / static_cast<int>(d)};
}

std::vector<std::string> names(const std::vector<DateNode>& nodes) {
  std::vector<std::string> result;
  for (const auto& node : nodes) result.push_back(name(node));
  return result;
}

/// Intervals as texts give them: days, ranges of days, months, years, decades, far and negative
/// years.
DayInterval random_interval(std::mt19937& random) {
  const auto pick = [&](int from, int to) {
    return std::uniform_int_distribution<int>(from, to)(random);
  };
  const int kind = pick(0, 9);
  const int y = kind < 8 ? pick(2005, 2025) : pick(-300, 2400);
  const auto first = sys_days{year{y} / 1 / 1} + days{pick(0, 364)};
  if (kind < 3) return {first, first};
  if (kind < 6) return {first, first + days{pick(1, 60)}};
  if (kind == 6) return {sys_days{year{y} / 1 / 1}, sys_days{year{y} / 12 / 31}};
  if (kind == 7) return {first, first + days{pick(30, 4000)}};
  return {first, first + days{pick(0, 40000)}};
}

bool share_a_term(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& term) {
    return std::binary_search(b.begin(), b.end(), term);
  });
}

}  // namespace

TEST_CASE("a cover is made of the largest nodes that fit") {
  CHECK(names(cover({day(2017, 1, 1), day(2017, 12, 31)})) == std::vector<std::string>{"2017"});
  CHECK(names(cover({day(2010, 1, 1), day(2019, 12, 31)})) == std::vector<std::string>{"201"});
  CHECK(names(cover({day(2017, 9, 30), day(2017, 11, 1)})) ==
        std::vector<std::string>{"2017-09-30", "2017-10", "2017-11-01"});
  CHECK(names(cover({day(2016, 2, 28), day(2016, 3, 1)})) ==
        std::vector<std::string>{"2016-02-28", "2016-02-29", "2016-03-01"});
  CHECK(cover({day(2017, 2, 1), day(2017, 1, 1)}).empty());
}

TEST_CASE("names and nodes are two ways to say the same") {
  for (const auto* text : {"2", "20", "201", "2017", "2017-10", "2017-10-05", "-0044",
                           "-0044-03-15", "0000", "--", "--02", "--02-29"}) {
    const auto node = node_named(text);
    REQUIRE(node);
    CHECK(name(*node) == text);
    CHECK(node_with_code(code(*node)) == node);
  }
}

TEST_CASE("codes and keys of what is in no calendar are refused") {
  const auto node = GENERATE(
      DateNode{DateLevel::millennium, 10}, DateNode{DateLevel::century, -101},
      DateNode{DateLevel::decade, 1000}, DateNode{DateLevel::year, -10'000},
      DateNode{DateLevel::month, 120'000}, DateNode{DateLevel::day, 2'932'897},
      DateNode{DateLevel::day, 8'000'000}, DateNode{DateLevel::unknown_year_root, 1},
      DateNode{DateLevel::unknown_year_month, 13},
      DateNode{DateLevel::unknown_year_day, 2 * 32 + 30}, DateNode{DateLevel::unknown_year_day, 32},
      DateNode{DateLevel::unknown_year_day, 31});
  CAPTURE(static_cast<int>(node.level), node.number);
  CHECK_FALSE(node_with_code(code(node)));
  CHECK_FALSE(node_with_code(0xFFFFFFFFU));
  CHECK_FALSE(day_of_sort_key("\xFF\xFF\xFF\xFF"));
}

TEST_CASE("the nodes at both ends of the calendar, and all above them, come back") {
  for (const auto day : {all_days().first, all_days().last})
    for (auto node = enclosing({day, day}); node; node = parent(*node))
      CHECK(node_with_code(code(*node)) == node);
}

TEST_CASE("what is no node is refused") {
  const auto* text =
      GENERATE("", "-", "20171", "2017-", "2017-13", "2017-00", "2017-02-30", "2017-1", "17-10",
               "2017-10-5", "--13", "--02-30", "--2", "x", "2017-10-05x", "2017/10", "---");
  CHECK_FALSE(node_named(text));
}

TEST_CASE("every node but the top has a parent that holds its days") {
  for (const auto& node : cover({day(1987, 3, 4), day(2021, 6, 7)})) {
    auto below = node;
    while (const auto above = parent(below)) {
      CHECK(days_of(*above)->first <= days_of(below)->first);
      CHECK(days_of(*above)->last >= days_of(below)->last);
      below = *above;
    }
    CHECK(below.level == DateLevel::millennium);
  }
}

TEST_CASE("a coarse mention overlaps each of its days and a day mention its decade") {
  const auto year_terms = index_terms(cover({day(2014, 1, 1), day(2014, 12, 31)}));
  CHECK(share_a_term(query_terms({day(2014, 5, 5), day(2014, 5, 5)}), year_terms));
  const auto day_terms = index_terms(cover({day(2014, 5, 5), day(2014, 5, 5)}));
  CHECK(share_a_term(query_terms({day(2010, 1, 1), day(2019, 12, 31)}), day_terms));
  CHECK_FALSE(share_a_term(query_terms({day(2014, 5, 6), day(2014, 5, 6)}), day_terms));
}

TEST_CASE(
    "sharing a term is overlapping: 2,000 ranges over 20,000 random intervals equal brute force") {
  std::mt19937 random(20171103);
  std::vector<DayInterval> intervals;
  std::vector<std::vector<std::string>> terms;
  for (int i = 0; i < 20'000; ++i) {
    intervals.push_back(random_interval(random));
    terms.push_back(index_terms(cover(intervals.back())));
  }
  // An inverted list, as the index has it: term -> intervals.
  std::map<std::string, std::vector<std::size_t>> postings;
  for (std::size_t i = 0; i < terms.size(); ++i)
    for (const auto& term : terms[i]) postings[term].push_back(i);
  std::size_t wrong = 0;
  for (int q = 0; q < 2'000; ++q) {
    const auto range = random_interval(random);
    std::vector<bool> found(intervals.size());
    for (const auto& term : query_terms(range))
      for (const auto i : postings[term]) found[i] = true;
    for (std::size_t i = 0; i < intervals.size(); ++i)
      wrong += found[i] != intervals[i].overlaps(range) ? 1U : 0U;
  }
  CHECK(wrong == 0);
}

TEST_CASE("an unknown year matches its month-day only") {
  const auto terms = index_terms({*node_named("--02-09")});
  CHECK(share_a_term(unknown_year_query_terms(*node_named("--02-09")), terms));
  CHECK(share_a_term(unknown_year_query_terms(*node_named("--02")), terms));
  CHECK(share_a_term(unknown_year_query_terms(*node_named("--")), terms));
  CHECK_FALSE(share_a_term(unknown_year_query_terms(*node_named("--02-10")), terms));
  CHECK_FALSE(share_a_term(query_terms({day(2019, 2, 9), day(2019, 2, 9)}), terms));
}

TEST_CASE("sort keys order as days do, before 1970 too") {
  const std::vector<sys_days> ordered{day(-200, 1, 1), day(1960, 5, 5), day(1969, 12, 31),
                                      day(1970, 1, 1), day(2017, 9, 5)};
  for (std::size_t i = 1; i < ordered.size(); ++i)
    CHECK(sort_key(ordered[i - 1]) < sort_key(ordered[i]));
  for (const auto date : ordered) CHECK(day_of_sort_key(sort_key(date)) == date);
  CHECK_FALSE(day_of_sort_key("abc"));
}
