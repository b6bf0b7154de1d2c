#include "indexer/source_map.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "tests/support/catch.hpp"

using furat::indexer::SourceMap;
using furat::indexer::SourceSpan;

namespace {

/// A map as the source range of each derived byte: what SourceMap must agree with.
using ByteRanges = std::vector<SourceSpan>;

SourceSpan covering(const ByteRanges& ranges, std::uint32_t begin, std::uint32_t end) {
  SourceSpan span = ranges[begin];
  for (std::uint32_t i = begin; i < end; ++i) {
    span.begin = std::min(span.begin, ranges[i].begin);
    span.end = std::max(span.end, ranges[i].end);
  }
  return span;
}

/// Appends random runs to both forms of a map until the source is used up.
void append_random_runs(std::mt19937& random, std::uint64_t source_size, SourceMap& map,
                        ByteRanges& ranges) {
  std::uint64_t source = 0;
  const auto upto = [&random](unsigned most) {
    return static_cast<std::uint32_t>(random() % (most + 1));
  };
  while (source < source_size) {
    source += upto(3) == 0 ? upto(4) : 0;  // now and then source bytes are left out
    if (upto(1) == 0) {
      const std::uint32_t size = 1 + upto(9);
      map.append_identity(size, source);
      for (std::uint32_t i = 0; i < size; ++i) ranges.push_back({source + i, source + i + 1});
      source += size;
    } else {
      const std::uint32_t derived = 1 + upto(3);
      std::uint64_t replaced = 1 + upto(5);
      if (replaced == derived) ++replaced;
      map.append(derived, source, replaced);
      for (std::uint32_t i = 0; i < derived; ++i) ranges.push_back({source, source + replaced});
      source += replaced;
    }
  }
}

}  // namespace

TEST_CASE("bytes of an identity run correspond one to one") {
  SourceMap map;
  map.append_identity(5, 100);
  CHECK(map.to_source(0, 5) == SourceSpan{100, 105});
  CHECK(map.to_source(1, 3) == SourceSpan{101, 103});
  CHECK(map.derived_size() == 5);
}

TEST_CASE("any part of a replacement run stands for the whole of it") {
  SourceMap map;
  map.append_identity(2, 0);
  map.append(1, 2, 6);
  map.append_identity(2, 8);
  CHECK(map.to_source(2, 3) == SourceSpan{2, 8});
  CHECK(map.to_source(1, 4) == SourceSpan{1, 9});
}

TEST_CASE("adjacent identity runs become one") {
  SourceMap map;
  map.append_identity(3, 10);
  map.append_identity(4, 13);
  map.append_identity(2, 20);
  REQUIRE(map.runs().size() == 2);
  CHECK(map.runs()[0] == SourceMap::Run{0, 7, 10, 7});
  CHECK(map.runs()[1] == SourceMap::Run{7, 2, 20, 2});
}

TEST_CASE("an empty range maps to an empty one at its place") {
  SourceMap map;
  CHECK(map.to_source(0, 0) == SourceSpan{0, 0});
  map.append_identity(3, 7);
  CHECK(map.to_source(1, 1) == SourceSpan{8, 8});
  CHECK(map.to_source(3, 3) == SourceSpan{10, 10});
}

TEST_CASE("a range beyond the end is cut to it") {
  SourceMap map;
  map.append_identity(3, 7);
  CHECK(map.to_source(2, 50) == SourceSpan{9, 10});
  CHECK(map.to_source(50, 60) == SourceSpan{10, 10});
}

TEST_CASE("a part of a replacement as long as its source stays a replacement") {
  SourceMap outer;
  outer.append(6, 40, 2);
  SourceMap map;
  map.append_from(outer, 1, 3);
  CHECK(map.to_source(0, 1) == SourceSpan{40, 42});
  CHECK(map.to_source(1, 2) == SourceSpan{40, 42});
}

TEST_CASE("a random map agrees with a list of its bytes' ranges") {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    SourceMap map;
    ByteRanges ranges;
    append_random_runs(random, 60, map, ranges);
    const auto size = static_cast<std::uint32_t>(ranges.size());
    REQUIRE(map.derived_size() == size);
    for (std::uint32_t begin = 0; begin < size; ++begin) {
      for (std::uint32_t end = begin + 1; end <= size; ++end) {
        REQUIRE(map.to_source(begin, end) == covering(ranges, begin, end));
      }
    }
  }
}

TEST_CASE("cutting pieces out of a map equals cutting them out of the list of ranges") {
  std::mt19937 random(11);
  for (int round = 0; round < 50; ++round) {
    SourceMap outer;
    ByteRanges outer_ranges;
    append_random_runs(random, 80, outer, outer_ranges);
    const auto size = static_cast<std::uint32_t>(outer_ranges.size());
    SourceMap map;
    ByteRanges ranges;
    for (std::uint32_t at = 0; at < size;) {
      const std::uint32_t begin = at + static_cast<std::uint32_t>(random() % 3);
      const std::uint32_t end = begin + 1 + static_cast<std::uint32_t>(random() % 9);
      map.append_from(outer, begin, end);
      for (std::uint32_t i = begin; i < std::min(end, size); ++i) ranges.push_back(outer_ranges[i]);
      at = end;
    }
    const auto cut = static_cast<std::uint32_t>(ranges.size());
    REQUIRE(map.derived_size() == cut);
    for (std::uint32_t begin = 0; begin < cut; ++begin) {
      for (std::uint32_t end = begin + 1; end <= cut; ++end) {
        REQUIRE(map.to_source(begin, end) == covering(ranges, begin, end));
      }
    }
  }
}
