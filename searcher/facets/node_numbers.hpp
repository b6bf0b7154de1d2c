// Numbers of calendar nodes, given in the order they are asked for: what counters use as indexes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <vector>

#include "index/date_nodes.hpp"

namespace furat {

class NodeNumbers {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  NodeNumbers();

  /// The number of the node with this code; a new one, and one for all nodes above it, if it has
  /// none. nullopt for a code of no node.
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::uint32_t code);

  /// nullopt if it has no number.
  [[nodiscard]] std::optional<std::uint32_t> known_number(index::DateNode node) const;

  [[nodiscard]] index::DateNode node(std::uint32_t number) const { return nodes_[number]; }
  /// Number of the node above; kNone at the top.
  [[nodiscard]] std::uint32_t parent(std::uint32_t number) const { return parents_[number]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

 private:
  struct Free {
    void operator()(std::uint32_t* memory) const { std::free(memory); }
  };
  std::uint32_t number_of(index::DateNode node);

  /// By place_of() of a node, its number and one. The system gives zeroed pages when they are first
  /// touched, which are those of the years that the archive speaks of.
  std::unique_ptr<std::uint32_t[], Free> by_place_;
  std::vector<index::DateNode> nodes_;
  std::vector<std::uint32_t> parents_;
};

}  // namespace furat
