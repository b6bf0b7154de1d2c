// What every reader does to characters before they become a body: one line end, no controls, an
// exact map.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/source_map.hpp"

namespace furat::indexer {

/// Appends cleaned characters to a text and their origin to its map. \r\n, \r, U+0085, U+2028 and
/// U+2029 become \n; other controls but \n and \t become a space. Call finish() after the last
/// character.
class TextCleaner {
 public:
  TextCleaner(std::string& text, SourceMap& map) : text_(text), map_(map) {}

  /// One character that stands for source bytes [source, source + size).
  void put(char32_t c, std::uint64_t source, std::uint32_t size);

  /// UTF-8 that stands at `source` as it is; each byte of an invalid sequence becomes U+FFFD.
  void put_utf8(std::string_view bytes, std::uint64_t source);

  void finish() { flush_carriage_return(); }

  [[nodiscard]] std::size_t replaced() const { return replaced_; }
  [[nodiscard]] std::size_t controls() const { return controls_; }

  /// Counts a U+FFFD that the caller put for something undecodable.
  void count_replaced() { ++replaced_; }

 private:
  void flush_carriage_return();
  void append(std::string_view derived, std::uint64_t source, std::uint32_t size);

  std::string& text_;
  SourceMap& map_;
  std::uint64_t carriage_return_at_ = 0;
  std::uint32_t carriage_return_size_ = 0;  // 0: none is waiting for its \n
  std::size_t replaced_ = 0;
  std::size_t controls_ = 0;
};

/// Appends the UTF-8 form of a code point; what is none (a surrogate) becomes U+FFFD.
void append_utf8(char32_t c, std::string& out);

}  // namespace furat::indexer
