// Numbers of calendar nodes, given in the order they are asked for: what counters use as indexes.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

#include "index/date_nodes.hpp"

namespace furat {

/// For several threads at once: numbers are given under a lock and read without one.
class NodeNumbers {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  NodeNumbers();

  /// The number of the node with this code; a new one, and one for all nodes above it, if it has
  /// none. nullopt for a code of no node.
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::uint32_t code);

  /// nullopt if it has no number.
  [[nodiscard]] std::optional<std::uint32_t> known_number(index::DateNode node) const;

  [[nodiscard]] index::DateNode node(std::uint32_t number) const { return rows_[number].node; }
  /// Number of the node above; kNone at the top.
  [[nodiscard]] std::uint32_t parent(std::uint32_t number) const { return rows_[number].parent; }
  [[nodiscard]] std::size_t size() const { return size_.load(std::memory_order_acquire); }

 private:
  struct Row {
    index::DateNode node;
    std::uint32_t parent;
  };
  struct Unmap {
    std::size_t bytes;
    void operator()(void* memory) const;
  };
  template <class Item>
  using Zeroed = std::unique_ptr<Item[], Unmap>;
  /// One item for every node there can be.
  template <class Item>
  static Zeroed<Item> zeroed();

  /// The number of the node at this place and one; 0 if it has none.
  [[nodiscard]] std::uint32_t known_at(std::uint32_t place) const;
  /// Gives a number to the node at this place, unless it has one by now; under the lock.
  std::uint32_t give_number(index::DateNode node, std::uint32_t place);

  // Arrays of all nodes there can be, so that they never move. The system gives zeroed pages when
  // they are first touched, which are those of the years that the archive speaks of. Not from
  // calloc(): what it gives again once a generation is gone it has to clear, all 60 MB of it.
  Zeroed<std::uint32_t> by_place_;  ///< by place_of() of a node, its number and one
  Zeroed<Row> rows_;                ///< by number; written before the number is
  std::atomic<std::uint32_t> size_ = 0;
  std::mutex giving_;
};

}  // namespace furat
