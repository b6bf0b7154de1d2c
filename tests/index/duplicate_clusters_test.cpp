#include "index/duplicate_clusters.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>

#include "tests/support/catch.hpp"

using namespace furat::index;

namespace {

constexpr FingerprintFormat kFormat{32, {50, 25}, {75, 60}, {60, 35}};

std::string number(std::size_t n) {
  return {static_cast<char>(n & 0xFFU), static_cast<char>((n >> 8U) & 0xFFU)};
}

class Rows {
 public:
  explicit Rows(unsigned seed) : random_(seed) {}

  std::string minima() {
    std::string bytes(kFormat.minima, '\0');
    for (auto& byte : bytes) byte = any_byte();
    return bytes;
  }
  /// `bytes` with `changed` of them anew.
  std::string like(std::string bytes, std::size_t changed) {
    std::vector<std::size_t> places(bytes.size());
    std::iota(places.begin(), places.end(), 0U);
    std::shuffle(places.begin(), places.end(), random_);
    for (std::size_t i = 0; i < changed; ++i)
      bytes[places[i]] = static_cast<char>(bytes[places[i]] + 1 + static_cast<int>(random_() % 99));
    return bytes;
  }
  std::size_t below(std::size_t n) { return random_() % n; }
  std::mt19937& random() { return random_; }

 private:
  char any_byte() { return static_cast<char>(random_() & 0xFFU); }
  std::mt19937 random_;
};

std::string row(const std::string& minima, std::size_t size, std::size_t outlet) {
  return minima + number(size) + number(outlet);
}

std::string joined(const std::vector<std::string>& rows) {
  return std::accumulate(rows.begin(), rows.end(), std::string());
}

std::vector<std::uint32_t> clusters(const std::vector<std::string>& rows) {
  return duplicate_clusters(joined(rows), kFormat);
}

using Partition = std::multiset<std::multiset<std::string>>;

/// The clusters by what is in them, whatever the numbers.
Partition partition(const std::vector<std::string>& rows) {
  const auto names = clusters(rows);
  std::vector<std::multiset<std::string>> members(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) members[names[i]].insert(rows[i]);
  Partition result;
  for (auto& cluster : members)
    if (!cluster.empty()) result.insert(std::move(cluster));
  return result;
}

/// Stories of a few versions each, some alike and some not.
std::vector<std::string> stories(Rows& make, std::size_t count) {
  std::vector<std::string> rows;
  for (std::size_t story = 0; story < count; ++story) {
    const auto original = make.minima();
    const auto versions = 1 + make.below(4);
    for (std::size_t version = 0; version < versions; ++version)
      rows.push_back(
          row(make.like(original, make.below(26)), 100 + make.below(500), make.below(4)));
  }
  return rows;
}

bool share_three_bytes(const std::string& a, const std::string& b) {
  const auto equal = [&](std::size_t i) { return a[i % kFormat.minima] == b[i % kFormat.minima]; };
  for (std::size_t i = 0; i < kFormat.minima; ++i)
    if (equal(i) && equal(i + 1) && equal(i + 3)) return true;
  return false;
}

using Names = std::vector<std::uint32_t>;

/// The smaller name for both, wherever either stands.
void rename(Names& names, std::uint32_t a, std::uint32_t b) {
  std::replace(names.begin(), names.end(), std::max(a, b), std::min(a, b));
}

/// Every pair compared, every relation of every cluster in a table.
Names by_brute_force(const std::vector<std::string>& rows) {
  const auto alike = [&](std::size_t i, std::size_t j) {
    return share_three_bytes(rows[i], rows[j]) ? likeness(rows[i], rows[j], kFormat)
                                               : Likeness::none;
  };
  const auto size = [&](std::size_t i) { return std::string(rows[i], kFormat.minima, 2); };
  const auto shorter = [&](std::size_t i, std::size_t j) {
    const auto a = size(i);
    const auto b = size(j);
    return std::pair(a[1], static_cast<unsigned char>(a[0])) <
           std::pair(b[1], static_cast<unsigned char>(b[0]));
  };
  Names names(rows.size());
  std::iota(names.begin(), names.end(), 0U);
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (alike(i, j) == Likeness::copy) rename(names, names[i], names[j]);

  std::map<std::uint32_t, std::set<std::uint32_t>> parts, wholes;
  std::map<std::uint32_t, std::set<std::string>> with_part, all;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    all[names[i]].insert(rows[i]);
    for (std::size_t j = 0; j < rows.size(); ++j)
      if (names[i] != names[j] && shorter(i, j) && alike(i, j) == Likeness::part) {
        wholes[names[i]].insert(names[j]);
        parts[names[j]].insert(names[i]);
        with_part[names[j]].insert(rows[j]);
      }
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& [part, containing] : wholes) {
    const auto whole = *containing.begin();
    if (containing.size() == 1 && parts[whole].size() == 1 &&
        2 * with_part[whole].size() > all[whole].size())
      pairs.emplace_back(part, whole);
  }
  // Several pairs may chain: join by way of the first row of each old cluster, which keeps it.
  const auto old = names;
  for (const auto& [part, whole] : pairs)
    rename(names,
           names[static_cast<std::size_t>(std::find(old.begin(), old.end(), part) - old.begin())],
           names[static_cast<std::size_t>(std::find(old.begin(), old.end(), whole) - old.begin())]);
  return names;
}

}  // namespace

TEST_CASE("clusters are those that comparing every pair gives") {
  Rows make(GENERATE(1U, 2U, 3U, 4U, 5U));
  const auto rows = stories(make, 120);
  const auto found = clusters(rows);
  CHECK(found == by_brute_force(rows));
  const std::set<std::uint32_t> names(found.begin(), found.end());
  CHECK(names.size() > 120);          // some versions are too far off
  CHECK(names.size() < rows.size());  // and some are not
}

TEST_CASE("the order of the units makes no difference") {
  Rows make(7);
  auto rows = stories(make, 100);
  const auto digest = make.minima();
  for (int i = 0; i < 200; ++i)  // far more in one bucket than are compared
    rows.push_back(row(digest.substr(0, 12) + make.minima().substr(12), 100 + make.below(900), 0));
  for (std::size_t i = 0; i < 200; ++i)  // long texts and what may be cut from them
    rows.push_back(row(make.like(digest, 6 + make.below(20)), 50 + make.below(900), i % 5));
  rows.insert(rows.end(), 30, rows.front());
  const auto before = partition(rows);
  for (int i = 0; i < 10; ++i) {
    std::shuffle(rows.begin(), rows.end(), make.random());
    CHECK(partition(rows) == before);
  }
}

TEST_CASE("a cluster is named by its smallest unit") {
  Rows make(8);
  const auto story = row(make.minima(), 100, 1);
  const auto other = row(make.minima(), 100, 2);
  CHECK(clusters({other, story, story, other, story}) == std::vector<std::uint32_t>{0, 1, 1, 0, 1});
}

TEST_CASE("no units, one unit and half a unit") {
  Rows make(9);
  const auto one = row(make.minima(), 100, 1);
  CHECK(clusters({}).empty());
  CHECK(clusters({one}) == std::vector<std::uint32_t>{0});
  CHECK(clusters({one, one.substr(5)}) == std::vector<std::uint32_t>{0});
}

TEST_CASE("an outlet's own texts must be more alike than those of two outlets") {
  Rows make(10);
  const auto minima = make.minima();
  const auto one = row(minima, 300, 1);
  const auto nearly = make.like(minima, 14);  // 18 of 32: 72 percent of each
  CHECK(likeness(one, row(nearly, 300, 2), kFormat) == Likeness::copy);
  CHECK(likeness(one, row(nearly, 300, 0), kFormat) == Likeness::copy);
  CHECK(likeness(one, row(nearly, 300, 1), kFormat) == Likeness::none);
}

TEST_CASE("a cut copy joins what it was cut from") {
  Rows make(11);
  const auto whole = make.minima();
  const auto part = make.like(whole, 20);  // 12 of 32: all of 150 runs in 400
  const auto a = row(whole, 400, 1);
  const auto b = row(part, 150, 2);
  CHECK(likeness(a, b, kFormat) == Likeness::part);
  CHECK(clusters({a, b}) == std::vector<std::uint32_t>{0, 0});
  CHECK(clusters({b, row(make.minima(), 400, 3), a, a}) == std::vector<std::uint32_t>{0, 1, 0, 0});
}

TEST_CASE("a digest does not make one story of those it holds") {
  Rows make(12);
  const auto first = make.minima();
  const auto second = make.minima();
  const auto third = make.minima();
  const auto one = row(first, 200, 1);
  const auto two = row(second, 200, 2);
  SECTION("of equal parts") {
    const auto digest = first.substr(0, 11) + second.substr(11, 11) + third.substr(22);
    CHECK(clusters({one, two, row(digest, 600, 3)}) == std::vector<std::uint32_t>{0, 1, 2});
  }
  SECTION("with a main story") {
    const auto digest = first.substr(0, 20) + second.substr(20);
    const auto all = row(digest, 330, 3);
    REQUIRE(likeness(all, one, kFormat) == Likeness::copy);
    REQUIRE(likeness(all, two, kFormat) == Likeness::part);
    CHECK(clusters({one, two, all}) == std::vector<std::uint32_t>{0, 1, 0});
  }
}

TEST_CASE("units that are all the same, or all in one bucket, take no quadratic time") {
  Rows make(13);
  constexpr std::size_t kUnits = 100'000;
  const auto start = make.minima();
  std::vector<std::string> rows;
  SECTION("all the same") {
    rows.assign(kUnits, row(start, 300, 1));
    CHECK(clusters(rows) == std::vector<std::uint32_t>(kUnits, 0));
  }
  SECTION("one bucket, nothing else in common") {
    for (std::size_t i = 0; i < kUnits; ++i)
      rows.push_back(row(start.substr(0, 4) + make.minima().substr(4), 300, 1 + i % 9));
    const auto found = clusters(rows);
    CHECK(std::set<std::uint32_t>(found.begin(), found.end()).size() == kUnits);
  }
}
