// Maps bytes of a derived text (a body, a passage) back to bytes of the file it came from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace furat::indexer {

/// Bytes [begin, end) of an original file.
struct SourceSpan {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

/// A monotone map from derived bytes to source bytes, as runs. Within an identity run (equal sizes)
/// bytes correspond one to one; a replacement run (other sizes: an escape, a folded space, a mended
/// line end) maps as a whole.
class SourceMap {
 public:
  struct Run {
    std::uint32_t derived_begin = 0;
    std::uint32_t derived_size = 0;
    std::uint64_t source_begin = 0;
    std::uint64_t source_size = 0;
    friend bool operator==(const Run&, const Run&) = default;
  };

  /// Appends `derived_size` bytes that stand for source bytes [source_begin, source_begin +
  /// source_size). Runs must be appended in derived order; adjacent identity runs are joined.
  void append(std::uint32_t derived_size, std::uint64_t source_begin, std::uint64_t source_size);
  void append_identity(std::uint32_t size, std::uint64_t source_begin) {
    append(size, source_begin, size);
  }

  /// The smallest source range that covers derived bytes [begin, end). An empty range maps to an
  /// empty one.
  [[nodiscard]] SourceSpan to_source(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t derived_size() const;
  [[nodiscard]] std::span<const Run> runs() const& { return runs_; }
  void runs() const&& = delete;

  /// Appends derived bytes [begin, end) of `outer` (a map from a middle text to the source): how a
  /// passage, cut from a body, gets its map to the file.
  void append_from(const SourceMap& outer, std::uint32_t begin, std::uint32_t end);

 private:
  std::vector<Run> runs_;
};

}  // namespace furat::indexer
