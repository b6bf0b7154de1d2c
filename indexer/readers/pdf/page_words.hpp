// The words of a PDF page as poppler finds them, with their places and fonts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace poppler {
class page;
class text_box;
template <typename T>
class rectangle;
using rectf = rectangle<double>;
}  // namespace poppler

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

/// Reads the pages of one document. Asking poppler for fonts takes longer than for all the rest, so
/// that is done for the first pages only. On the others a word has the font that words of its
/// height had there.
class PageWordReader {
 public:
  /// The words of the next page: those of the direction that most have, then those of another one
  /// that a fair share has (a table on its side). The few of further directions, such as a stamp
  /// along the margin, are left out. What lies outside of the page is left out too.
  [[nodiscard]] std::vector<PageWords> read(const poppler::page& page);

 private:
  struct FontOfHeight {
    float size = 0;
    int bold = 0;  ///< words that are, less those that are not
  };

  void set_font(const poppler::text_box& box, Word& word);
  void add_word(const poppler::text_box& box, const poppler::rectf& rect, int direction,
                PageWords& page);

  std::unordered_map<std::int32_t, FontOfHeight> fonts_;  ///< by height in hundredths of a point
  std::size_t pages_ = 0;
};

/// UTF-16 of a PDF to clean UTF-8 in one line: no controls, ligatures of Latin letters and forms of
/// Arabic letters as the letters, bullets of symbol fonts as U+2022, other private characters
/// dropped.
[[nodiscard]] std::string clean_text(std::span<const unsigned short> utf16);

}  // namespace furat::indexer::pdf
