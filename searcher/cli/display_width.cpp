#include "searcher/cli/display_width.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace furat::cli {
namespace {

constexpr UChar32 kZeroWidthJoiner = 0x200D;
constexpr UChar32 kEmojiPresentation = 0xFE0F;

UChar32 code_point_at(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
  return c;
}

bool is_wide(UChar32 c) {
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool is_hangul_vowel_or_final(UChar32 c) { return c >= 0x1160 && c <= 0x11FF; }

std::size_t columns_of(UChar32 c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return 0;
    default:
      break;
  }
  if (is_wide(c)) return 2;
  if (is_hangul_vowel_or_final(c)) return 0;
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ? 0 : 1;
}

bool combines_with_previous(UChar32 c) {
  return columns_of(c) == 0 || u_charType(c) == U_COMBINING_SPACING_MARK;
}

/// A character as a reader counts: a base with its marks, or emoji joined to one picture.
struct Character {
  std::size_t size = 0;
  std::size_t columns = 0;
};

bool is_plain_ascii(char c) { return c >= 0x20 && c < 0x7F; }

Character character_at_start(std::string_view text) {
  // Most text: nothing can combine with an ASCII character but what is none itself.
  if (is_plain_ascii(text[0]) && (text.size() == 1 || is_plain_ascii(text[1]))) return {1, 1};
  std::size_t at = 0;
  const UChar32 base = code_point_at(text, at);
  Character character{at, columns_of(base)};
  const bool is_emoji = u_hasBinaryProperty(base, UCHAR_EMOJI) != 0;
  bool joined = base == kZeroWidthJoiner;
  while (at < text.size()) {
    const UChar32 c = code_point_at(text, at);
    if (!joined && !combines_with_previous(c)) break;
    character.size = at;
    character.columns += columns_of(c);
    // A sign such as a heart is drawn two columns wide once it is asked for as an emoji.
    if (c == kEmojiPresentation && is_emoji && character.columns == 1) character.columns = 2;
    joined = c == kZeroWidthJoiner;
  }
  return character;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const Character character = character_at_start(text);
    columns += character.columns;
    text.remove_prefix(character.size);
  }
  return columns;
}

std::size_t fitting_prefix(std::string_view text, std::size_t columns) {
  std::size_t size = 0;
  while (size < text.size()) {
    const Character character = character_at_start(text.substr(size));
    if (character.columns > columns) break;
    columns -= character.columns;
    size += character.size;
  }
  return size;
}

std::size_t first_character(std::string_view text) {
  return text.empty() ? 0 : character_at_start(text).size;
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
  if (fitting_prefix(text, columns) == text.size()) return std::string(text);
  if (columns == 0) return {};
  std::string_view kept = text.substr(0, fitting_prefix(text, columns - 1));
  while (kept.ends_with(' ')) kept.remove_suffix(1);
  return std::string(kept) + "…";
}

std::string spaces(std::size_t count) { return std::string(count, ' '); }

}  // namespace furat::cli
