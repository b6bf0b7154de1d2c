#include "searcher/evidence/same_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

#include "analysis/text/charset.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/utf8.hpp"

namespace furat {
namespace {

using Letters = std::u32string;

/// Letters of page numbers, running heads and the like that a passage may have between its lines.
constexpr std::size_t kMostBetween = 80;

/// What unwrapping, mending of hyphens and cleaning may change.
bool does_not_count(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == U'-' || c == 0xAD || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2010 || c == 0x2011 || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_line_end(char32_t c) { return c == U'\n' || c == U'\r' || c == U'\f' || c == 0x2028; }

Letters decoded_utf8(std::string_view bytes) {
  Letters letters;
  for (std::size_t at = 0; at < bytes.size();) letters += analysis::next_code_point(bytes, at);
  return letters;
}

/// What the indexer may take a text for that is no UTF-8 (docs/formats.md).
constexpr std::array<const char*, 23> kCharsets{
    "windows-1252", "windows-1251", "windows-1256", "windows-1250", "windows-1253", "windows-1254",
    "windows-1255", "windows-1257", "windows-1258", "ISO-8859-1",   "ISO-8859-2",   "ISO-8859-5",
    "ISO-8859-6",   "ISO-8859-7",   "ISO-8859-8",   "ISO-8859-9",   "ISO-8859-15",  "KOI8-R",
    "GB18030",      "Big5",         "Shift_JIS",    "EUC-JP",       "EUC-KR"};

Letters decoded_utf16(std::string_view bytes, bool big_endian) {
  Letters letters;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    letters += c;
  }
  return letters;
}

std::u32string_view four_digits(std::u32string_view text, std::size_t at) {
  return at + 4 <= text.size() ? text.substr(at, 4) : std::u32string_view{};
}

std::optional<char32_t> hexadecimal(std::u32string_view digits) {
  std::string ascii;
  for (const auto c : digits) ascii += c < 0x80 ? static_cast<char>(c) : '?';
  std::uint32_t number = 0;
  const auto [rest, error] = std::from_chars(ascii.data(), ascii.data() + ascii.size(), number, 16);
  if (ascii.empty() || error != std::errc() || rest != ascii.data() + ascii.size())
    return std::nullopt;
  return number;
}

/// Escapes inside a string of JSON undone.
Letters without_json_escapes(const Letters& text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != U'\\' || i + 1 == text.size()) {
      letters += text[i];
      continue;
    }
    const auto kind = text[++i];
    if (kind == U'n' || kind == U'r' || kind == U't' || kind == U'f' || kind == U'b') {
      letters += kind == U'n' ? U'\n' : U' ';
    } else if (const auto unit =
                   kind == U'u' ? hexadecimal(four_digits(text, i + 1)) : std::nullopt) {
      i += 4;
      letters += *unit;
      const auto low = letters.size() > 1 ? letters[letters.size() - 2] : 0;
      if (*unit >= 0xDC00 && *unit < 0xE000 && low >= 0xD800 && low < 0xDC00) {
        letters.pop_back();
        letters.pop_back();
        letters += 0x10000 + ((low - 0xD800) << 10U) + (*unit - 0xDC00);
      }
    } else {
      letters += kind;
    }
  }
  return letters;
}

/// Quotation marks of a CSV cell are doubled.
Letters without_csv_escapes(const Letters& text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    letters += text[i];
    if (text[i] == U'"' && i + 1 < text.size() && text[i + 1] == U'"') ++i;
  }
  return letters;
}

Letters unwrapped(std::u32string_view text) {
  Letters letters;
  for (const auto c : text)
    if (!does_not_count(c)) letters += c;
  return letters;
}

/// Whether the lines of `source` say `text`, but for lines between the first and the last that were
/// left out as no text. Each line is taken where it fits: what is left out stands on lines of its
/// own.
bool says(const Letters& source, const Letters& text) {
  std::size_t said = 0;
  std::size_t left_out = 0;
  bool last_said = false;
  for (std::size_t begin = 0; begin < source.size();) {
    auto end = begin;
    while (end < source.size() && !is_line_end(source[end])) ++end;
    const auto line = unwrapped(std::u32string_view(source).substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    last_said = std::u32string_view(text).substr(said).starts_with(line);
    if (!last_said && said == 0) return false;
    (last_said ? said : left_out) += line.size();
  }
  return last_said && said == text.size() && left_out <= kMostBetween + said / 4;
}

bool says_with_escapes(const Letters& source, const Letters& text) {
  return says(source, text) || says(without_json_escapes(source), text) ||
         says(without_csv_escapes(source), text);
}

bool is_utf8(const Letters& letters) {
  return std::find(letters.begin(), letters.end(), analysis::kReplacementCharacter) ==
         letters.end();
}

}  // namespace

bool says_text(std::string_view source, std::string_view text, std::string_view head) {
  const auto wanted = unwrapped(decoded_utf8(text));
  if (wanted.empty()) return false;
  const bool little = head.starts_with("\xFF\xFE");
  if (little || head.starts_with("\xFE\xFF")) return says(decoded_utf16(source, !little), wanted);
  const auto utf8 = decoded_utf8(source);
  if (says_with_escapes(utf8, wanted)) return true;
  // An answer for any of them proves the text: the bytes say it to whoever reads them so.
  return !is_utf8(utf8) &&
         std::any_of(kCharsets.begin(), kCharsets.end(), [&](const char* charset) {
           return says_with_escapes(analysis::decoded(source, charset), wanted);
         });
}

bool is_extracted(std::string_view name, std::string_view head) {
  if (head.starts_with("%PDF-") || head.starts_with("PK\x03\x04")) return true;
  const auto first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string_view::npos && head[first] == '<') return true;
  const auto dot = name.rfind('.');
  const auto ending = dot == std::string_view::npos ? "" : analysis::fold_name(name.substr(dot));
  constexpr std::array<std::string_view, 10> kEndings{"html", "htm", "xhtml", "pdf", "docx",
                                                      "odt",  "eml", "mbox",  "md",  "markdown"};
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

}  // namespace furat
