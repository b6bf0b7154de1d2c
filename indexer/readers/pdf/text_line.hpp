// The lines of a region of a page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/readers/pdf/columns.hpp"

namespace furat::indexer::pdf {

/// White space inside a line that is wide for a space between words.
struct LineGap {
  float left = 0, right = 0;
  std::uint32_t at = 0;  ///< byte of the line's text: the space that stands for it
};

struct TextLine {
  std::string text;        ///< in the order it is read, words parted by one space
  std::uint32_t page = 0;  ///< from 1
  float left = 0, right = 0, top = 0, bottom = 0;  ///< points; left is where reading begins: for a
                                                   ///< page from right to left both are mirrored
  float size = 0;                                  ///< of the font that most letters have
  float first_word = 0;                            ///< its width
  bool bold = false;                               ///< most letters are
  bool raised_start = false;  ///< it begins with a small raised word: the mark of a footnote
  bool leaders = false;       ///< had a row of dots that led to a page number
  std::vector<LineGap> gaps;
};

/// The lines of a region from top to bottom.
[[nodiscard]] std::vector<TextLine> lines_of(const PageWords& page, const Region& region,
                                             std::uint32_t page_number);

}  // namespace furat::indexer::pdf
