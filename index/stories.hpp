// Stories: the same report through several outlets. Found from the fingerprints in the slots, so
// that they are a function of the documents alone, however they came into the index.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "index/slot_streams.hpp"

namespace furat::index {

/// By document id.
struct Stories {
  std::vector<std::uint32_t> story;     ///< number of the article with which the story began
  std::vector<std::uint32_t> original;  ///< the earliest document of nearly the same text
};

/// Article number of each document id, from the slots; 0 where there is no document.
[[nodiscard]] std::vector<std::uint32_t> article_numbers(const SlotStreams& slots);

/// Articles and passages are ordered by day of publication, those without one last, then by
/// order_key(). Throws as `slots` does.
[[nodiscard]] Stories find_stories(const SlotStreams& slots,
                                   std::span<const std::uint32_t> articles);

}  // namespace furat::index
