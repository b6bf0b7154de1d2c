#include "searcher/facets/kept_dates.hpp"

namespace furat {
namespace {

constexpr unsigned kHalf = 32;

}  // namespace

std::optional<std::span<const MarkedNode>> KeptDates::find(Xapian::docid passage) const {
  if (passage >= places_.size()) return std::span<const MarkedNode>();
  const auto place = places_[passage].load(std::memory_order_acquire);
  if (place == 0) return std::nullopt;
  const auto begin = static_cast<std::size_t>(place >> kHalf);
  const auto count = static_cast<std::uint32_t>(place) - 1;
  if (count == 0) return std::span<const MarkedNode>();
  return std::span(blocks_[begin / kBlockSize].data() + begin % kBlockSize, count);
}

void KeptDates::keep(Xapian::docid passage, std::span<const MarkedNode> dates) {
  const std::lock_guard lock(keeping_);
  auto& place = places_[passage];
  if (place.load(std::memory_order_relaxed) != 0 || dates.size() > kBlockSize) return;
  if (used_ == 0 || blocks_[used_ - 1].size() + dates.size() > kBlockSize) {
    if (used_ == kBlocks) return;
    blocks_[used_].reserve(kBlockSize);
    ++used_;
  }
  auto& block = blocks_[used_ - 1];
  const auto begin = (used_ - 1) * kBlockSize + block.size();
  block.insert(block.end(), dates.begin(), dates.end());
  place.store(std::uint64_t{begin} << kHalf | (dates.size() + 1), std::memory_order_release);
}

}  // namespace furat
