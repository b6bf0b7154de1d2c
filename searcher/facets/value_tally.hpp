// How many passages, articles and stories have each value of a dimension: an array by ordinal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/facets/distinct_count.hpp"

namespace furat {

/// Kept from one request to the next, since ordinals go up to the rows of a gazetteer: what was
/// counted is cleared, not the whole array.
class ValueTally {
 public:
  /// Counts the values of one passage, each once. Passages come in the order of StoryOrder.
  template <class Ordinals>
  void add(const CountedPassage& passage, const Ordinals& ordinals) {
    if (ordinals.empty()) without_.add(passage);
    for (const std::uint32_t ordinal : ordinals) {
      if (ordinal >= counts_.size() && !grow_to(ordinal)) continue;
      auto& count = counts_[ordinal];
      if (count.passages == 0) found_.push_back(ordinal);
      count.add(passage);
    }
  }

  /// Zeros for a value that no passage has.
  [[nodiscard]] DistinctCount of(std::uint32_t ordinal) const {
    return ordinal < counts_.size() ? counts_[ordinal] : DistinctCount{};
  }
  /// Passages without any value.
  [[nodiscard]] const DistinctCount& without() const { return without_; }
  /// The values that were counted, each once.
  [[nodiscard]] const std::vector<std::uint32_t>& found() const { return found_; }

  void clear();

 private:
  /// False for what only a damaged column holds.
  bool grow_to(std::uint32_t ordinal);

  std::vector<DistinctCount> counts_;
  std::vector<std::uint32_t> found_;
  DistinctCount without_;
};

}  // namespace furat
