// Where, among the lines of one region, a paragraph begins.
#pragma once

#include <span>
#include <vector>

#include "indexer/readers/pdf/text_line.hpp"

namespace furat::indexer::pdf {

/// What most lines of a document look like.
struct Typesetting {
  float size = 0;     ///< of the font, points
  float leading = 0;  ///< from line to line, ems
};

/// Measured over all lines; the size of most letters, the leading of most lines.
[[nodiscard]] Typesetting typesetting_of(std::span<const std::vector<TextLine>> regions);

/// How one line stands to those around it.
struct LineCut {
  bool begins = false;  ///< a paragraph begins here
  bool table = false;   ///< it is a row of a table
  bool filled = false;  ///< the next word had no more room in it
};

/// One for each line. A line stands apart by white space, size or weight of type, indent, the mark
/// of a list item, or since the line before is short.
[[nodiscard]] std::vector<LineCut> paragraph_cuts(std::span<const TextLine> lines,
                                                  const Typesetting& typesetting);

}  // namespace furat::indexer::pdf
