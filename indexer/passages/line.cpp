#include "indexer/passages/line.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "analysis/text/ascii.hpp"
#include "analysis/text/utf8.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBytesAWord = 48;

constexpr std::array kSentenceEnds = {"."sv, "!"sv,  "?"sv,  "…"sv, "؟"sv,
                                      "۔"sv, "。"sv, "！"sv, "？"sv};

constexpr std::array kClosers = {
    "\""sv, "'"sv, ")"sv, "]"sv, "”"sv, "’"sv, "»"sv, "*"sv, "\xE2\x80\x8E"sv, "\xE2\x80\x8F"sv};

constexpr std::array kOpeners = {"\""sv, "'"sv, "("sv, "["sv, "“"sv, "‘"sv, "«"sv};

/// Cuts "[12]" from the end; true if it stood there.
bool cut_note_mark(std::string_view& text) {
  if (!text.ends_with(']')) return false;
  const std::size_t open = text.rfind('[');
  if (open == std::string_view::npos || open + 2 >= text.size() || text.size() - open > 5)
    return false;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  const bool digits =
      std::all_of(inside.begin(), inside.end(), [](char c) { return analysis::is_ascii_digit(c); });
  if (digits) text = text.substr(0, open);
  return digits;
}

std::string_view without_closers(std::string_view text) {
  bool cut = true;
  while (cut && !text.empty()) {
    cut = cut_note_mark(text);
    for (const std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      cut = true;
    }
  }
  return text;
}

std::string_view without_openers(std::string_view text) {
  bool cut = true;
  while (cut) {
    cut = false;
    for (const std::string_view opener : kOpeners) {
      if (!text.starts_with(opener)) continue;
      text.remove_prefix(opener.size());
      cut = true;
    }
  }
  return text;
}

/// "al-Bab", "ez-Zor": a name in the middle of which capitals begin.
bool begins_with_article(std::string_view text) {
  const std::size_t hyphen = text.substr(0, 4).find('-');
  return hyphen != std::string_view::npos && hyphen >= 2 && hyphen + 1 < text.size() &&
         text[hyphen + 1] >= 'A' && text[hyphen + 1] <= 'Z';
}

}  // namespace

std::vector<Line> text_lines(std::string_view body) {
  std::vector<Line> lines;
  std::uint32_t blanks = 0;
  std::size_t i = 0;
  while (i < body.size()) {
    Line line;
    line.blanks_before = blanks;
    bool text_seen = false;
    for (; i < body.size() && body[i] != '\n';) {
      if (const std::size_t space = space_size(body, i); space != 0) {
        if (!text_seen) ++line.indent;
        i += space;
        continue;
      }
      if (!text_seen) line.begin = static_cast<std::uint32_t>(i);
      text_seen = true;
      ++i;
      line.end = static_cast<std::uint32_t>(i);
    }
    ++i;
    blanks = text_seen ? 0 : blanks + 1;
    if (!text_seen) continue;
    line.width = count_code_points(line.of(body));
    lines.push_back(line);
  }
  return lines;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  std::size_t size = 0;
  for (std::size_t i = 0; i <= text.size();) {
    const std::size_t space = i < text.size() ? space_size(text, i) : 1;
    if (space == 0) {
      ++size;
      ++i;
      continue;
    }
    words += (size + kBytesAWord - 1) / kBytesAWord;
    size = 0;
    i += space;
  }
  return words;
}

bool ends_sentence(std::string_view text) {
  const std::string_view bare = without_closers(text);
  return std::any_of(kSentenceEnds.begin(), kSentenceEnds.end(),
                     [bare](std::string_view mark) { return bare.ends_with(mark); });
}

char last_mark(std::string_view text) {
  const std::string_view bare = without_closers(text);
  return bare.empty() ? '\0' : bare.back();
}

bool begins_lower(std::string_view text) {
  text = without_openers(text);
  if (text.empty() || begins_with_article(text)) return false;
  std::size_t i = 0;
  return u_islower(static_cast<UChar32>(analysis::next_code_point(text, i)));
}

bool is_all_capitals(std::string_view text) {
  bool capital = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<UChar32>(analysis::next_code_point(text, i));
    if (u_islower(c)) return false;
    capital = capital || u_isupper(c);
  }
  return capital;
}

bool holds_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (u_isalpha(static_cast<UChar32>(analysis::next_code_point(text, i)))) return true;
  }
  return false;
}

std::string_view first_word(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && space_size(text, i) == 0) ++i;
  return text.substr(0, i);
}

std::string_view last_word(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t space = space_size(text, i);
    i += space == 0 ? 1 : space;
    if (space != 0) begin = i;
  }
  return text.substr(begin);
}

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

}  // namespace furat::indexer
