#include "searcher/facets/node_numbers.hpp"

#include <sys/mman.h>

#include <array>
#include <new>

namespace furat {
namespace {

using index::DateNode;

constexpr std::array<std::uint32_t, index::kDateLevels + 1> begins_of_levels() {
  std::array<std::uint32_t, index::kDateLevels + 1> begins{};
  for (std::size_t level = 0; level < index::kDateLevels; ++level)
    begins[level + 1] = begins[level] + index::kNodeNumbers[level].count();
  return begins;
}
constexpr auto kBegins = begins_of_levels();

/// Where a node stands in an array of all nodes there can be.
std::optional<std::uint32_t> place_of(DateNode node) {
  const auto level = static_cast<std::size_t>(node.level);
  if (level >= index::kDateLevels) return std::nullopt;
  const auto& range = index::kNodeNumbers[level];
  if (!range.has(node.number)) return std::nullopt;
  return kBegins[level] + static_cast<std::uint32_t>(node.number - range.first);
}

}  // namespace

template <class Item>
NodeNumbers::Zeroed<Item> NodeNumbers::zeroed() {
  constexpr std::size_t kBytes = kBegins.back() * sizeof(Item);
  void* memory = mmap(nullptr, kBytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  return Zeroed<Item>(static_cast<Item*>(memory), Unmap{kBytes});
}

void NodeNumbers::Unmap::operator()(void* memory) const { munmap(memory, bytes); }

NodeNumbers::NodeNumbers() : by_place_(zeroed<std::uint32_t>()), rows_(zeroed<Row>()) {}

std::optional<std::uint32_t> NodeNumbers::number_of(std::uint32_t code) {
  const auto node = index::node_with_code(code);
  if (!node) return std::nullopt;
  const auto place = place_of(*node);
  if (!place) return std::nullopt;
  if (const auto known = known_at(*place); known != 0) return known - 1;
  const std::lock_guard lock(giving_);
  return give_number(*node, *place);
}

// The calendar is six levels deep.
std::uint32_t NodeNumbers::give_number(DateNode node,
                                       std::uint32_t place) {  // NOLINT(misc-no-recursion)
  if (const auto known = known_at(place); known != 0) return known - 1;
  std::uint32_t above = kNone;
  if (const auto up = index::parent(node)) above = give_number(*up, *place_of(*up));
  const auto number = size_.load(std::memory_order_relaxed);
  rows_[number] = {node, above};
  size_.store(number + 1, std::memory_order_release);
  std::atomic_ref(by_place_[place]).store(number + 1, std::memory_order_release);
  return number;
}

std::uint32_t NodeNumbers::known_at(std::uint32_t place) const {
  return std::atomic_ref(by_place_[place]).load(std::memory_order_acquire);
}

std::optional<std::uint32_t> NodeNumbers::known_number(DateNode node) const {
  const auto place = place_of(node);
  const auto known = place ? known_at(*place) : 0;
  if (known == 0) return std::nullopt;
  return known - 1;
}

}  // namespace furat
