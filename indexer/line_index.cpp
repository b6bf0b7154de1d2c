#include "indexer/line_index.hpp"

#include <algorithm>

namespace furat::indexer {

LineIndex::LineIndex(std::string_view bytes) {
  for (std::size_t i = bytes.find('\n'); i != std::string_view::npos; i = bytes.find('\n', i + 1))
    ends_.push_back(i);
}

std::uint64_t LineIndex::line_of(std::uint64_t offset) const {
  return static_cast<std::uint64_t>(std::lower_bound(ends_.begin(), ends_.end(), offset) -
                                    ends_.begin()) +
         1;
}

}  // namespace furat::indexer
