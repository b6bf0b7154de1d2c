#include "indexer/readers/html/html_decode.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/text/ascii.hpp"
#include "analysis/text/utf8.hpp"
#include "indexer/readers/charset.hpp"
#include "indexer/readers/decode.hpp"
#include "indexer/readers/text_cleaner.hpp"
#include "indexer/readers/text_shape.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

constexpr std::size_t kHeadSize = 4096;

/// What the web means by a label, where that is not what the label's standard says.
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kMeanings = {{
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-user-defined", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"ksc5601", "windows-949"},
}};

// What a page may be in. ICU knows many more, among them EBCDIC and UTF-7, which would let a page
// hide its markup.
constexpr std::array<std::string_view, 14> kFamilies = {
    "windows-", "cp125", "x-cp125", "iso-8859-", "iso8859-", "koi8-",       "macintosh",
    "x-mac-cy", "gb180", "big5",    "euc-",      "ibm866",   "iso-2022-jp", "utf-8"};

bool is_page_charset(std::string_view label) {
  return std::any_of(kFamilies.begin(), kFamilies.end(),
                     [label](std::string_view family) { return label.starts_with(family); });
}

bool is_label_character(char c) {
  return (c >= 'a' && c <= 'z') || analysis::is_ascii_digit(c) || c == '-' || c == '_' || c == ':';
}

/// The label behind `key` and '=' at or behind `from`, both in lower case.
std::string_view label_behind(std::string_view head, std::string_view key, std::size_t from,
                              std::size_t to) {
  const std::size_t found = head.find(key, from);
  if (found >= to) return {};
  std::size_t at = found + key.size();
  const auto skip = [&](std::string_view characters) {
    at = std::min(head.find_first_not_of(characters, at), head.size());
  };
  skip(" \t\r\n");
  if (at >= head.size() || head[at] != '=') return {};
  ++at;
  skip(" \t\r\n\"'\\");
  std::size_t end = at;
  while (end < head.size() && is_label_character(head[end])) ++end;
  return head.substr(at, end - at);
}

std::string meaning_of(std::string_view label) {
  for (const auto& [name, meaning] : kMeanings) {
    if (label == name) return std::string(meaning);
  }
  if (label == "utf8" || label == "unicode" || label.starts_with("utf-16")) return "utf-8";
  return is_page_charset(label) ? std::string(label) : std::string();
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t from = i;
    const char32_t c = analysis::next_code_point(bytes, i);
    if (c == analysis::kReplacementCharacter && i - from == 1) return false;
  }
  return true;
}

bool has_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
         bytes.starts_with("\xFE\xFF");
}

DecodedPage as_utf8(std::string_view bytes) {
  DecodedPage page;
  SourceMap unused;
  page.text.reserve(bytes.size());
  TextCleaner cleaner(page.text, unused);
  cleaner.put_utf8(bytes, 0);
  cleaner.finish();
  page.encoding = "UTF-8";
  return page;
}

DecodedPage by_its_bytes(std::string_view bytes) {
  DecodedText decoded = decode(bytes);
  return {std::move(decoded.text), std::move(decoded.encoding), decoded.replaced};
}

}  // namespace

std::string declared_charset(std::string_view head) {
  const std::string lower = lower_ascii(head.substr(0, kHeadSize));
  const std::string_view view = lower;
  if (view.starts_with("<?xml")) {
    const std::size_t end = std::min(view.find("?>"), view.size());
    std::string charset = meaning_of(label_behind(view, "encoding", 0, end));
    if (!charset.empty()) return charset;
  }
  for (std::size_t at = view.find("<meta"); at != std::string_view::npos;
       at = view.find("<meta", at + 1)) {
    const std::size_t end = std::min(view.find('>', at), view.size());
    std::string charset = meaning_of(label_behind(view, "charset", at, end));
    if (!charset.empty()) return charset;
  }
  return {};
}

DecodedPage decode_page(std::string_view bytes) {
  if (has_mark(bytes) || utf16_shape(bytes)) return by_its_bytes(bytes);
  const std::string charset = declared_charset(bytes);
  const bool ascii = analysis::is_ascii(bytes);
  // Of the encodings of pages only this one spells other characters in ASCII.
  if (ascii ? !charset.starts_with("iso-2022") : is_utf8(bytes)) return as_utf8(bytes);
  // Declared as UTF-8, but invalid: decode() tells damage from another encoding.
  if (charset.empty() || charset == "utf-8") return by_its_bytes(bytes);
  DecodedPage page;
  SourceMap unused;
  page.text.reserve(bytes.size());
  TextCleaner cleaner(page.text, unused);
  if (!put_by_charset(charset, bytes, 0, cleaner)) return by_its_bytes(bytes);
  cleaner.finish();
  page.encoding = charset;
  page.replaced = cleaner.replaced();
  return page;
}

}  // namespace furat::indexer
