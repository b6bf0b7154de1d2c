// Who stands above an actor in the years of a passage, as the index keeps it.
#include "index/actor_parents.hpp"

#include "tests/support/catch.hpp"

using namespace furat::index;

namespace {

using std::chrono::sys_days;

sys_days day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

PassageDate date(sys_days first, sys_days last) {
  PassageDate result;
  result.days = DayInterval{first, last};
  return result;
}

/// 1 was of 2 until 2016, and 2 of 3 from 2015 on; 4 was of 2, then of 3; 5 is of 3 and of 6.
ActorParents test_parents() {
  return {{1, {{.parent = 2, .to_year = 2016}}},
          {2, {{.parent = 3, .from_year = 2015}}},
          {4, {{.parent = 2, .to_year = 2013}, {.parent = 3, .from_year = 2013, .to_year = 2018}}},
          {5, {{.parent = 3}, {.parent = 6, .from_year = -5}}}};
}

std::set<std::uint32_t> named(std::uint32_t actor, const std::vector<YearRange>& years) {
  std::set<std::uint32_t> result;
  add_with_parents(actor, test_parents(), years, result);
  return result;
}

}  // namespace

TEST_CASE("a passage speaks of the years of its closed dates, else of its publication's") {
  const auto published = day(2018, 3, 1);
  auto open = date(day(2011, 1, 1), published);
  open.open_end = true;
  const PassageDate year_unknown;
  const auto may = date(day(2016, 5, 1), day(2016, 5, 31));
  const auto winter = date(day(2016, 12, 1), day(2017, 2, 28));
  CHECK(years_of({open, may, year_unknown, winter}, published) ==
        std::vector<YearRange>{{2016, 2016}, {2016, 2017}});
  CHECK(years_of({open, year_unknown}, published) == std::vector<YearRange>{{2018, 2018}});
  CHECK(years_of({open}, std::nullopt).empty());
}

TEST_CASE("parents count in their years, and theirs in the same") {
  using Set = std::set<std::uint32_t>;
  CHECK(named(1, {{2014, 2014}}) == Set{1, 2});
  CHECK(named(1, {{2016, 2016}}) == Set{1, 2, 3});
  CHECK(named(1, {{2017, 2017}}) == Set{1});
  CHECK(named(1, {{2014, 2014}, {2017, 2017}}) == Set{1, 2});
  CHECK(named(4, {{2013, 2013}}) == Set{2, 3, 4});
  CHECK(named(4, {{2012, 2012}, {2014, 2014}}) == Set{2, 3, 4});
  CHECK(named(4, {{2019, 2019}}) == Set{4});
  CHECK(named(9, {{2019, 2019}}) == Set{9});
}

TEST_CASE("without years the parents count that still hold, else the last") {
  using Set = std::set<std::uint32_t>;
  CHECK(named(1, {}) == Set{1, 2, 3});
  CHECK(named(4, {}) == Set{3, 4});
  CHECK(named(5, {}) == Set{3, 5, 6});
}

TEST_CASE("the table of parents is read as it was written") {
  const auto bytes = encode(test_parents());
  CHECK(decode_actor_parents(bytes) == test_parents());
  CHECK(encode(ActorParents{}).empty());
  CHECK(decode_actor_parents("") == ActorParents{});
  for (std::size_t size = 1; size < bytes.size(); ++size)
    CHECK_FALSE(decode_actor_parents(bytes.substr(0, size)));
  CHECK_FALSE(decode_actor_parents(bytes + '\0'));
  using namespace std::string_literals;
  CHECK(decode_actor_parents("\1\5\1\6\0"s));
  CHECK_FALSE(decode_actor_parents("\1\5\1\6\4"s));          // a part that there is not
  CHECK_FALSE(decode_actor_parents("\2\5\1\6\0\5\1\7\0"s));  // one actor twice
}
