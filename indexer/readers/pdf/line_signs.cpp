#include "indexer/readers/pdf/line_signs.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "analysis/text/ascii.hpp"
#include "analysis/text/utf8.hpp"
#include "indexer/passages/list_item.hpp"

namespace furat::indexer::pdf {
namespace {

using analysis::next_code_point;

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// The character that ends `text`, which is cut before it.
char32_t pop_last(std::string_view& text) {
  const char32_t last = analysis::code_point_before(text, text.size());
  text = text.substr(0, analysis::begin_before(text, text.size()));
  return last;
}

}  // namespace

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const char32_t last = pop_last(text);
    if (is_in(last, U" \"')]}\u201D\u2019\u00BB\u203A")) continue;
    return is_in(last, U".!?:;\u2026\u061F\u061B\u06D4\u3002\uFF01\uFF1F\u0964");
  }
  return true;
}

bool starts_lower_case(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (is_in(c, U"\"'([\u201C\u2018\u00AB ")) continue;
    return u_islower(static_cast<UChar32>(c)) != 0;
  }
  return false;
}

ItemMark item_mark(std::string_view text) {
  switch (item_start(text).sign) {
    case ItemSign::none:
      return ItemMark::none;
    case ItemSign::bullet:
      return ItemMark::bullet;
    case ItemSign::dash:
    case ItemSign::number:
      return ItemMark::number;
  }
  return ItemMark::none;
}

bool starts_caption(std::string_view text) {
  constexpr std::array<std::string_view, 14> kWords{
      "Figure ", "FIGURE ",    "Fig. ",   "FIG. ",    "Figure\xC2\xA0", "Table ", "TABLE ",
      "Tab. ",   "Algorithm ", "Scheme ", "Listing ", "Abbildung ",     "Abb. ",  "Tabelle "};
  for (const auto word : kWords) {
    if (!text.starts_with(word)) continue;
    const auto rest = text.substr(word.size());
    return !rest.empty() &&
           (analysis::is_ascii_digit(rest[0]) || (rest[0] >= 'A' && rest[0] <= 'Z'));
  }
  return false;
}

bool starts_section_number(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos || space == 0 || space > 8) return false;
  const auto number = text.substr(0, space);
  const bool arabic = analysis::is_ascii_digit(number[0]) &&
                      number.find_first_not_of("0123456789.") == std::string_view::npos;
  const bool roman = number.ends_with('.') && number.size() > 1 &&
                     number.find_first_not_of("IVX.") == std::string_view::npos;
  const bool letter =
      number.size() == 2 && number[0] >= 'A' && number[0] <= 'Z' && number[1] == '.';
  std::size_t i = space + 1;
  return (arabic || roman || letter) && i < text.size() &&
         u_isupper(static_cast<UChar32>(next_code_point(text, i))) != 0;
}

bool is_all_capitals(std::string_view text) {
  constexpr std::size_t kFew = 4;
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, i));
    if (u_islower(c) != 0) return false;
    if (u_isupper(c) != 0) ++capitals;
  }
  return capitals >= kFew;
}

bool holds_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (u_isalpha(static_cast<UChar32>(next_code_point(text, i))) != 0) return true;
  return false;
}

}  // namespace furat::indexer::pdf
