// In which order passages stand that are otherwise equal, and the first day that each speaks of:
// what one database sorts by from its slots, for several that cannot.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "index/slot_streams.hpp"

namespace furat {

/// Does not change.
class DocumentOrder {
 public:
  /// Reads the slots. Throws as they do.
  explicit DocumentOrder(const index::SlotStreams& slots);

  /// By article, then passage (index::order_key()).
  [[nodiscard]] std::uint32_t rank(Xapian::docid passage) const {
    return passage < ranks_.size() ? ranks_[passage] : 0;
  }
  [[nodiscard]] std::optional<std::chrono::sys_days> first_day(Xapian::docid passage) const;

 private:
  std::vector<std::uint32_t> ranks_;
  std::vector<std::int32_t> days_;
};

}  // namespace furat
