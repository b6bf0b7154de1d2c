#include "searcher/facets/value_tally.hpp"

#include <algorithm>

namespace furat {
namespace {

/// Beyond all lexicons and archives: 320 MB of counts.
constexpr std::size_t kMostOrdinals = std::size_t{1} << 24;

}  // namespace

bool ValueTally::grow_to(std::uint32_t ordinal) {
  if (ordinal >= kMostOrdinals) return false;
  counts_.resize(std::max(2 * counts_.size(), std::size_t{ordinal} + 1));
  return true;
}

void ValueTally::clear() {
  for (const auto ordinal : found_) counts_[ordinal] = {};
  found_.clear();
  without_ = {};
}

}  // namespace furat
