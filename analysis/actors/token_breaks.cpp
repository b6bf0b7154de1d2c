#include "analysis/actors/token_breaks.hpp"

#include <string_view>

#include "analysis/text/utf8.hpp"

namespace furat::analysis {
namespace {

std::uint8_t mark_of(char32_t c) {
  switch (c) {
    case U' ':
    case U'\t':
    case U'\r':
    case U'\n':
    case U'&':
    case U'\u00A0':
    case U'\u2010':
    case U'\u2011':
    case U'\u202F':
      return 0;
    case U',':
    case U'،':
      return kComma;
    case U'.':
    case U'!':
    case U'?':
    case U'…':
    case U'؟':
      return kStop;
    case U'(':
    case U'[':
      return kOpen;
    case U')':
    case U']':
      return kClose;
    case U'"':
    case U'\'':
    case U'“':
    case U'”':
    case U'„':
    case U'‘':
    case U'’':
    case U'«':
    case U'»':
      return kQuote;
    case U'-':
    case U'–':
    case U'—':
      return kDash;
    default:
      return c >= 0x200B && c <= 0x200F ? 0 : kOtherMark;  // marks of the writing direction
  }
}

std::uint8_t marks_in(std::string_view gap) {
  std::uint8_t marks = 0;
  int lines = 0;
  for (std::size_t i = 0; i < gap.size();) {
    const auto c = next_code_point(gap, i);
    marks |= mark_of(c);
    if (c == U'\n' && ++lines == 2) marks |= kStop;
  }
  return marks;
}

/// What stands between token `i` - 1 and byte `end`, without the apostrophe of "Workers'".
std::string_view gap_after(const TokenizedText& text, std::size_t i, std::size_t end) {
  if (i == 0) return text.text().substr(0, end);
  const auto begin = text[i - 1].span.end;
  auto gap = text.text().substr(begin, end - begin);
  if (!text[i - 1].possessive) return gap;
  for (const std::string_view apostrophe : {"'", "\u2019"})
    if (gap.starts_with(apostrophe)) gap.remove_prefix(apostrophe.size());
  return gap;
}

}  // namespace

TokenBreaks::TokenBreaks(const TokenizedText& text) : marks_(text.size() + 1) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 0 || text[i].gap == Gap::punctuation)
      marks_[i] = marks_in(gap_after(text, i, text[i].span.begin));
  marks_.back() = marks_in(gap_after(text, text.size(), text.text().size()));
}

}  // namespace furat::analysis
