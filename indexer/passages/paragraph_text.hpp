// The text of a paragraph, out of its lines, with the map to the file.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/passages/hyphens.hpp"
#include "indexer/passages/line.hpp"
#include "indexer/source_map.hpp"

namespace furat::indexer {

struct MappedText {
  std::string text;
  SourceMap map;
};

/// Joins lines by single spaces, mends words cut at line ends, folds runs of white space and leaves
/// out unreadable bullets. `map` is the map of the body.
[[nodiscard]] MappedText unwrapped(std::string_view body, const SourceMap& map,
                                   std::span<const Line> lines, const WordEvidence& evidence);

/// Appends bytes [begin, end) of `part`.
void append_part(MappedText& text, const MappedText& part, std::size_t begin, std::size_t end);

/// Appends a '\n' that stands for source bytes [at, at + size).
void append_line_end(MappedText& text, SourceSpan source);

}  // namespace furat::indexer
