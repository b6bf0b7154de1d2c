// The dates of passages as marked nodes of the calendar, kept by whoever read them first for all
// who count later.
#pragma once

#include <xapian.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "searcher/facets/marked_node.hpp"

namespace furat {

/// Of one dimension of one generation. For several threads at once: lists are kept under a lock and
/// found without one.
class KeptDates {
 public:
  explicit KeptDates(Xapian::docid last_document)
      : places_(std::size_t{last_document} + 1), blocks_(kBlocks) {}

  /// Those of a passage, if they were kept; empty ones for ids beyond the last document.
  [[nodiscard]] std::optional<std::span<const MarkedNode>> find(Xapian::docid passage) const;

  /// Keeps those of a passage, unless there is no room for them or another thread has done so.
  void keep(Xapian::docid passage, std::span<const MarkedNode> dates);

 private:
  /// 128 MB together. A passage takes a hundred bytes; those for which there is no room are read
  /// each time.
  static constexpr std::size_t kBlockSize = std::size_t{1} << 16;
  static constexpr std::size_t kBlocks = 512;

  /// Where the dates of a passage begin and, in the low half, one more than how many they are;
  /// 0: they are not kept.
  std::vector<std::atomic<std::uint64_t>> places_;
  std::vector<std::vector<MarkedNode>> blocks_;  ///< which never move what they have
  std::mutex keeping_;
  std::size_t used_ = 0;  ///< blocks
};

}  // namespace furat
