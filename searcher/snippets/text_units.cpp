#include "searcher/snippets/text_units.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "analysis/text/utf8.hpp"

namespace furat::internal {
namespace {

using analysis::ByteSpan;

using analysis::continues_character;

std::size_t character_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && size < 4 && continues_character(text[size])) ++size;
  return size;
}

/// Marks and joiners of the scripts an archive is likely to have. UTF-8 sorts as code points do,
/// so ranges can be compared as strings.
bool attaches_to_previous(std::string_view character) {
  using Range = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Range, 12> kRanges{{
      {"\u0300", "\u036F"},
      {"\u0483", "\u0489"},
      {"\u0591", "\u05C7"},
      {"\u0610", "\u061A"},
      {"\u064B", "\u065F"},
      {"\u0670", "\u0670"},
      {"\u06D6", "\u06ED"},
      {"\u1AB0", "\u1AFF"},
      {"\u200C", "\u200D"},
      {"\u20D0", "\u20FF"},
      {"\uFE00", "\uFE0F"},
      {"\U0001F3FB", "\U0001F3FF"},
  }};
  return std::any_of(kRanges.begin(), kRanges.end(), [character](const Range& range) {
    return character.size() == range.first.size() && range.first <= character &&
           character <= range.second;
  });
}

/// The end of the longest beginning of `text` of at most `max_chars` code points, marks included.
std::size_t end_of_piece(std::string_view text, std::size_t max_chars) {
  std::size_t end = 0;
  for (std::size_t chars = 0; end < text.size(); ++chars) {
    const std::size_t size = character_size(text.substr(end));
    if (chars >= max_chars && !attaches_to_previous(text.substr(end, size))) break;
    end += size;
  }
  return end;
}

void append_pieces(std::string_view text, ByteSpan word, std::size_t max_chars,
                   std::vector<ByteSpan>& pieces) {
  while (!word.empty()) {
    const auto size = static_cast<std::uint32_t>(end_of_piece(word.of(text), max_chars));
    pieces.push_back({word.begin, word.begin + size});
    word.begin += size;
  }
}

}  // namespace

std::size_t code_points(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_character));
}

std::size_t space_size(std::string_view text) {
  const char c = text.front();
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (text.starts_with("\u0085")) return 2;
  return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const std::size_t space = space_size(text);
    if (space == 0) return false;
    text.remove_prefix(space);
  }
  return true;
}

std::vector<ByteSpan> words_of(std::string_view text, ByteSpan span, std::size_t max_chars) {
  std::vector<ByteSpan> words;
  std::uint32_t begin = span.begin;
  std::uint32_t at = span.begin;
  while (at < span.end) {
    const auto space = static_cast<std::uint32_t>(space_size(text.substr(at)));
    if (space > 0) {
      append_pieces(text, {begin, at}, std::max<std::size_t>(max_chars, 1), words);
      begin = at + space;
    }
    at += std::max<std::uint32_t>(space, 1);
  }
  append_pieces(text, {begin, span.end}, std::max<std::size_t>(max_chars, 1), words);
  return words;
}

}  // namespace furat::internal
