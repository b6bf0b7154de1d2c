#include "searcher/facets/node_numbers.hpp"

#include <array>
#include <chrono>
#include <new>

namespace furat {
namespace {

using index::DateLevel;
using index::DateNode;

constexpr std::int32_t day_number(int year, unsigned month, unsigned day) {
  const auto date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}
constexpr std::int32_t kFirstDay = day_number(-9999, 1, 1);
constexpr std::int32_t kLastDay = day_number(9999, 12, 31);

/// The numbers that nodes of a level can have: years -9999 to 9999, and a little more, so that what
/// stands above a node has a place too.
struct LevelRange {
  std::int32_t first;
  std::uint32_t count;
};
constexpr std::array<LevelRange, 9> kRanges{{{-16, 32},
                                             {-128, 256},
                                             {-1024, 2048},
                                             {-10'000, 20'000},
                                             {-120'000, 240'000},
                                             {kFirstDay, kLastDay - kFirstDay + 1},
                                             {0, 1},
                                             {0, 16},
                                             {0, 13 * 32}}};

constexpr std::array<std::uint32_t, kRanges.size() + 1> begins_of_levels() {
  std::array<std::uint32_t, kRanges.size() + 1> begins{};
  for (std::size_t level = 0; level < kRanges.size(); ++level)
    begins[level + 1] = begins[level] + kRanges[level].count;
  return begins;
}
constexpr auto kBegins = begins_of_levels();

/// Where a node stands in an array of all nodes there can be.
std::optional<std::uint32_t> place_of(DateNode node) {
  const auto level = static_cast<std::size_t>(node.level);
  if (level >= kRanges.size()) return std::nullopt;
  const auto within = static_cast<std::int64_t>(node.number) - kRanges[level].first;
  if (within < 0 || within >= static_cast<std::int64_t>(kRanges[level].count)) return std::nullopt;
  return kBegins[level] + static_cast<std::uint32_t>(within);
}

}  // namespace

NodeNumbers::NodeNumbers()
    : by_place_(static_cast<std::uint32_t*>(std::calloc(kBegins.back(), sizeof(std::uint32_t)))) {
  if (!by_place_) throw std::bad_alloc();
}

std::optional<std::uint32_t> NodeNumbers::number_of(std::uint32_t code) {
  const auto node = index::node_with_code(code);
  if (!node) return std::nullopt;
  const auto place = place_of(*node);
  if (!place) return std::nullopt;
  if (const auto known = by_place_[*place]; known != 0) return known - 1;
  return number_of(*node);
}

std::uint32_t NodeNumbers::number_of(DateNode node) {
  std::uint32_t above = kNone;
  if (const auto up = index::parent(node)) above = *number_of(index::code(*up));
  nodes_.push_back(node);
  parents_.push_back(above);
  by_place_[*place_of(node)] = static_cast<std::uint32_t>(nodes_.size());
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::optional<std::uint32_t> NodeNumbers::known_number(DateNode node) const {
  const auto place = place_of(node);
  if (!place || by_place_[*place] == 0) return std::nullopt;
  return by_place_[*place] - 1;
}

}  // namespace furat
