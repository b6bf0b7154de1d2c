// The words of a PDF page as poppler finds them, with their places and fonts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poppler {
class page;
}

namespace furat::indexer::pdf {

/// One word; places are points from the page's left and top edge.
struct Word {
  float left = 0, top = 0, right = 0, bottom = 0;
  float size = 0;                               ///< of the font, points
  std::uint32_t text_begin = 0, text_size = 0;  ///< bytes of PageWords::text
  bool bold = false;
  bool space_after = false;    ///< poppler saw a space behind it, or the end of a line
  bool right_to_left = false;  ///< of Arabic or Hebrew letters, which stand in visual order

  [[nodiscard]] float middle() const { return (top + bottom) / 2; }
  [[nodiscard]] float height() const { return bottom - top; }
};

/// The words of a page that run in one direction, turned so that they run from left to right.
struct PageWords {
  float width = 0, height = 0;  ///< of the page, turned likewise
  std::string text;             ///< UTF-8, clean
  std::vector<Word> words;      ///< in poppler's order

  [[nodiscard]] std::string_view text_of(const Word& word) const {
    return std::string_view(text).substr(word.text_begin, word.text_size);
  }
};

/// The words of a page: those of the direction that most have, then those of another one that a
/// fair share has (a table on its side). The few of further directions, such as a stamp along the
/// margin, are left out. What lies outside of the page is left out too.
[[nodiscard]] std::vector<PageWords> page_words(const poppler::page& page);

/// UTF-16 of a PDF to clean UTF-8 in one line: no controls, ligatures of Latin letters and forms of
/// Arabic letters as the letters, bullets of symbol fonts as U+2022, other private characters
/// dropped.
[[nodiscard]] std::string clean_text(std::span<const unsigned short> utf16);

}  // namespace furat::indexer::pdf
