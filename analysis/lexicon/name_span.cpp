#include "analysis/lexicon/name_span.hpp"

namespace furat::analysis {

ByteSpan span_without_possessive(const TokenizedText& text, const Token& token) {
  auto span = token.span;
  if (!token.possessive) return span;
  const auto word = text.source(token);
  for (const std::string_view ending : {"'s", "'S", "\u2019s", "\u2019S", "\u2018s"})
    if (word.size() > ending.size() && word.ends_with(ending))
      span.end -= static_cast<std::uint32_t>(ending.size());
  return span;
}

ByteSpan name_span(const TokenizedText& text, std::size_t first, std::size_t count) {
  return {text[first].span.begin, span_without_possessive(text, text[first + count - 1]).end};
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

}  // namespace furat::analysis
