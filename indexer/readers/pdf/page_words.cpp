#include "indexer/readers/pdf/page_words.hpp"

#include <poppler-page.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer::pdf {
namespace {

constexpr int kDirections = 4;  // quarters of a turn

// Of all words of the page. Fewer than this on their side are a stamp or the label of an axis.
constexpr double kShareOfSecondDirection = 0.2;

// Asking for fonts takes twice as long as for words alone: 15 ms a page instead of 7.
constexpr std::size_t kPagesWithFonts = 60;

// Beyond this a page is no page but an attack, or a map.
constexpr std::size_t kMostWords = 200'000;

/// Symbol fonts put their glyphs at U+F000; these are how word processors mark list items.
bool is_private_bullet(char32_t c) {
  constexpr std::array<char32_t, 9> kBullets{0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF06C,
                                             0xF06E, 0xF0A8, 0xF0FC, 0xF0E0};
  return std::find(kBullets.begin(), kBullets.end(), c) != kBullets.end();
}

bool is_private(char32_t c) {
  return (c >= 0xE000 && c < 0xF900) || c >= 0xF0000 || (c >= 0xFDD0 && c < 0xFDF0);
}

/// Letters that some fonts have a code of their own for: fi, fl and the like, and how an Arabic
/// letter looks beside others. Not all compatibility characters: a square must not become a two.
bool is_form_of_letters(char32_t c) {
  return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFB50 && c <= 0xFDFB) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

void append_letters(char32_t form, std::string& out) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error) != 0) return append_utf8(form, out);
  nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(form)), error).toUTF8String(out);
}

void append_clean(char32_t c, std::string& out) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
  if (control || c == 0xA0) {
    if (!out.empty() && out.back() != ' ') out += ' ';
  } else if (is_private_bullet(c)) {
    out += "\u2022";
  } else if (is_form_of_letters(c)) {
    append_letters(c, out);
  } else if (!is_private(c) && (c & 0xFFFE) != 0xFFFE) {
    append_utf8(c, out);
  }
}

char32_t code_point_at(std::span<const unsigned short> utf16, std::size_t& i) {
  const char32_t unit = utf16[i++];
  if (unit < 0xD800 || unit > 0xDFFF) return unit;
  const bool pair = unit < 0xDC00 && i < utf16.size() && utf16[i] >= 0xDC00 && utf16[i] <= 0xDFFF;
  if (!pair) return 0xFFFD;
  return 0x10000 + ((unit - 0xD800) << 10U) + (utf16[i++] - 0xDC00U);
}

bool is_right_to_left(char32_t c) {
  const auto direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_lam(unsigned short c) { return c == 0x644; }
bool is_alef(unsigned short c) { return c == 0x622 || c == 0x623 || c == 0x625 || c == 0x627; }

/// Text from right to left stands in a word as it is seen, from left to right. Not so the letters
/// of one glyph, lam with alef, which poppler gives as read and with the glyph's width in two
/// halves.
void show_ligatures_as_seen(const poppler::text_box& box, poppler::ustring& text) {
  constexpr double kSame = 0.001;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!is_lam(text[i]) || !is_alef(text[i + 1])) continue;
    if (std::abs(box.char_bbox(i).width() - box.char_bbox(i + 1).width()) < kSame)
      std::swap(text[i], text[i + 1]);
  }
}

bool is_bold(const std::string& font) {
  constexpr std::array<std::string_view, 9> kNames{"Bold", "bold", "BOLD",  "Black", "Heavy",
                                                   "Demi", "CMBX", "-Medi", "SFBX"};
  return std::any_of(kNames.begin(), kNames.end(), [&font](std::string_view name) {
    return font.find(name) != std::string::npos;
  });
}

/// Turns a box of a word that runs at `direction` quarters of a turn, clockwise.
void turn(const poppler::rectf& box, int direction, const poppler::rectf& page, Word& word) {
  // Boxes count from the corner of what is shown of the page, wherever that is on the sheet.
  const double left = box.left();
  const double right = box.right();
  const double top = box.top();
  const double bottom = box.bottom();
  const auto place = [&word](double l, double t, double r, double b) {
    word.left = static_cast<float>(l);
    word.top = static_cast<float>(t);
    word.right = static_cast<float>(r);
    word.bottom = static_cast<float>(b);
  };
  switch (direction) {
    case 1:
      return place(top, page.width() - right, bottom, page.width() - left);
    case 2:
      return place(page.width() - right, page.height() - bottom, page.width() - left,
                   page.height() - top);
    case 3:
      return place(page.height() - bottom, left, page.height() - top, right);
    default:
      return place(left, top, right, bottom);
  }
}

bool is_on_page(const Word& word, const PageWords& page) {
  return std::isfinite(word.left) && std::isfinite(word.right) && std::isfinite(word.top) &&
         std::isfinite(word.bottom) && word.right > word.left && word.bottom > word.top &&
         word.right > 0 && word.left < page.width && word.bottom > 0 && word.top < page.height;
}

/// The direction that most words have first, then others with a fair share of them.
void keep_main_directions(std::vector<PageWords>& turned) {
  std::stable_sort(turned.begin(), turned.end(), [](const PageWords& a, const PageWords& b) {
    return a.words.size() > b.words.size();
  });
  std::size_t all = 0;
  for (const auto& one : turned) all += one.words.size();
  const auto least = kShareOfSecondDirection * static_cast<double>(all);
  while (turned.size() > 1 && static_cast<double>(turned.back().words.size()) <= least)
    turned.pop_back();
}

}  // namespace

void PageWordReader::set_font(const poppler::text_box& box, Word& word) {
  const auto height = static_cast<std::int32_t>(std::lround(std::min(word.height(), 1e5F) * 100));
  if (!box.has_font_info()) {
    const auto known = fonts_.find(height);
    word.size = known != fonts_.end() ? known->second.size : word.height();
    word.bold = known != fonts_.end() && known->second.bold > 0;
    return;
  }
  const double size = box.get_font_size();
  word.size = size > 0 && std::isfinite(size) ? static_cast<float>(size) : word.height();
  word.bold = is_bold(box.get_font_name());
  auto& font = fonts_[height];
  font.size = word.size;
  font.bold += word.bold ? 1 : -1;
}

void PageWordReader::add_word(const poppler::text_box& box, const poppler::rectf& rect,
                              int direction, PageWords& page) {
  auto text = box.text();
  Word word;
  turn(box.bbox(), direction, rect, word);
  if (!is_on_page(word, page)) return;
  std::size_t unit = 0;
  while (unit < text.size() && !word.right_to_left)
    word.right_to_left = is_right_to_left(code_point_at(text, unit));
  if (word.right_to_left) show_ligatures_as_seen(box, text);
  const auto clean = clean_text(text);
  if (clean.find_first_not_of(' ') == std::string::npos) return;
  set_font(box, word);
  word.space_after = box.has_space_after();
  word.text_begin = static_cast<std::uint32_t>(page.text.size());
  word.text_size = static_cast<std::uint32_t>(clean.size());
  page.text += clean;
  page.words.push_back(word);
}

std::string clean_text(std::span<const unsigned short> utf16) {
  std::string out;
  for (std::size_t i = 0; i < utf16.size();) append_clean(code_point_at(utf16, i), out);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<PageWords> PageWordReader::read(const poppler::page& page) {
  const auto rect = page.page_rect();
  std::vector<PageWords> turned(kDirections);
  for (int direction = 0; direction < kDirections; ++direction) {
    auto& one = turned[static_cast<std::size_t>(direction)];
    one.width = static_cast<float>(direction % 2 == 0 ? rect.width() : rect.height());
    one.height = static_cast<float>(direction % 2 == 0 ? rect.height() : rect.width());
  }
  const bool with_fonts = pages_++ < kPagesWithFonts;
  const auto boxes = page.text_list(with_fonts ? poppler::page::text_list_include_font : 0);
  for (std::size_t i = 0; i < std::min(boxes.size(), kMostWords); ++i) {
    const int direction = boxes[i].rotation();
    if (direction >= 0 && direction < kDirections)
      add_word(boxes[i], rect, direction, turned[static_cast<std::size_t>(direction)]);
  }
  keep_main_directions(turned);
  return turned;
}

}  // namespace furat::indexer::pdf
