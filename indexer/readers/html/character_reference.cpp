#include "indexer/readers/html/character_reference.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <string>

#include "analysis/text/ascii.hpp"
#include "analysis/text/utf8.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kLongestReference = 40;

// 0x80 to 0x9F of windows-1252; the five that it leaves open are no characters.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

/// -1 for no digit of any base up to 16.
int digit_of(char c) {
  if (analysis::is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The number without "&#" and ";".
std::optional<char32_t> numbered(std::string_view number) {
  const bool hexadecimal = number.starts_with('x') || number.starts_with('X');
  if (hexadecimal) number.remove_prefix(1);
  if (number.empty()) return std::nullopt;
  const int base = hexadecimal ? 16 : 10;
  char32_t value = 0;
  for (const char c : number) {
    const int digit = digit_of(c);
    if (digit < 0 || digit >= base) return std::nullopt;
    value = std::min<char32_t>(value * static_cast<char32_t>(base) + static_cast<char32_t>(digit),
                               0x110000);
  }
  if (value >= 0x80 && value < 0xA0) return kWindows1252[value - 0x80];
  const bool none = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
  return none ? analysis::kReplacementCharacter : value;
}

}  // namespace

std::optional<char32_t> referred_character(std::string_view reference) {
  if (reference.size() < 3 || !reference.starts_with('&') || !reference.ends_with(';'))
    return std::nullopt;
  const std::string name(reference.substr(1, reference.size() - 2));
  if (name.starts_with('#')) return numbered(std::string_view(name).substr(1));
  const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  if (found == nullptr) return std::nullopt;
  return static_cast<char32_t>(found->value);
}

std::size_t reference_size(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i, kLongestReference);
  std::size_t end = rest.starts_with("&#") ? 2 : 1;
  const std::size_t begin = end;
  while (end < rest.size() &&
         (analysis::is_ascii_letter(rest[end]) || analysis::is_ascii_digit(rest[end])))
    ++end;
  return end > begin && end < rest.size() && rest[end] == ';' ? end + 1 : 0;
}

}  // namespace furat::indexer
