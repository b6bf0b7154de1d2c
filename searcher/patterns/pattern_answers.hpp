// Which passages of a generation were read for a pattern, and which of them have it.
#pragma once

#include <xapian.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/matching/bounded_cache.hpp"

namespace furat {

/// For several threads at once. Two bits a passage: of a million they take 250 KB.
class PatternAnswers {
 public:
  explicit PatternAnswers(Xapian::docid last) : words_(std::size_t{last} / kPassages + 1) {}

  /// Nothing if the passage was not read yet, or is beyond the last one.
  [[nodiscard]] std::optional<bool> find(Xapian::docid passage) const {
    if (passage / kPassages >= words_.size()) return std::nullopt;
    const auto bits = words_[passage / kPassages].load(std::memory_order_relaxed) >> shift(passage);
    if ((bits & kRead) == 0) return std::nullopt;
    return (bits & kHolds) != 0;
  }
  void add(Xapian::docid passage, bool holds) {
    if (passage / kPassages >= words_.size()) return;
    const auto bits = kRead | (holds ? kHolds : 0);
    words_[passage / kPassages].fetch_or(bits << shift(passage), std::memory_order_relaxed);
  }
  [[nodiscard]] std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

 private:
  static constexpr std::uint64_t kRead = 1, kHolds = 2;
  static constexpr std::size_t kPassages = 32;  // in a word
  static unsigned shift(Xapian::docid passage) { return passage % kPassages * 2; }

  std::vector<std::atomic<std::uint64_t>> words_;
};

/// By the key of the pattern.
using PatternAnswersCache = BoundedCache<PatternAnswers>;

}  // namespace furat
