// Bytes of a text to its lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace furat::indexer {

/// Offsets of the line ends of a text, ascending.
class LineIndex {
 public:
  explicit LineIndex(std::string_view bytes);
  [[nodiscard]] std::uint64_t line_of(std::uint64_t offset) const;  ///< 1-based

 private:
  std::vector<std::uint64_t> ends_;
};

}  // namespace furat::indexer
