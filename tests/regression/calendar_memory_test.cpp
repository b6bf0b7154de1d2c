// Every generation has arrays of all days there can be. When they came from calloc(), memory that a
// generation had given back was cleared for the next one, and stayed: 30 MB with each of the first.
#include <unistd.h>

#include <fstream>
#include <vector>

#include "searcher/facets/node_numbers.hpp"
#include "tests/support/catch.hpp"

using namespace furat;

namespace {

std::size_t resident_bytes() {
  std::size_t all = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  REQUIRE(resident != 0);
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

std::uint32_t number_of_a_day(NodeNumbers& numbers) {
  return numbers.number_of(index::code({index::DateLevel::day, 17'000})).value();
}

}  // namespace

TEST_CASE("numbers of days that are made again and again take no more memory") {
  const auto before = resident_bytes();
  // What comes behind the arrays and stays: the heap does not shrink when they go.
  std::vector<std::vector<char>> staying;
  for (int i = 0; i < 10; ++i) {
    NodeNumbers one, other;
    CHECK(number_of_a_day(one) == number_of_a_day(other));
    staying.emplace_back(100'000);
  }
  CHECK(resident_bytes() < before + (std::size_t{8} << 20));
}
