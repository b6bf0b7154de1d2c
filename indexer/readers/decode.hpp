// Bytes of unknown encoding to clean UTF-8 that maps back to them.
#pragma once

#include <string>
#include <string_view>

#include "indexer/source_map.hpp"

namespace furat::indexer {

struct DecodedText {
  std::string text;      ///< valid UTF-8; \r\n and \r become \n; NUL and other controls but \n \t
                         ///< become a space
  SourceMap map;         ///< text bytes -> bytes given (plus `base`)
  std::string encoding;  ///< "UTF-8", "UTF-16LE", "windows-1252", ...
  std::size_t replaced = 0;  ///< undecodable sequences that became U+FFFD
  std::size_t controls = 0;  ///< control characters that became spaces
};

/// Decodes by BOM (UTF-8, UTF-16), else UTF-8 if valid, else what ICU's detector finds (Latin-1
/// family as last resort). `base` is the file offset of the first byte. Never throws; linear time.
[[nodiscard]] DecodedText decode(std::string_view bytes, std::uint64_t base = 0);

/// What is to be said about how a text was decoded; empty if it was UTF-8 (or UTF-16) without
/// fault.
[[nodiscard]] std::string decoding_warning(const DecodedText& decoded);

}  // namespace furat::indexer
