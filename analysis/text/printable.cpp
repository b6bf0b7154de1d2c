#include "analysis/text/printable.hpp"

#include <cstdint>

#include "analysis/text/utf8.hpp"

namespace furat::analysis {
namespace {

bool between(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

bool acts_as_space(char32_t c) {
  return between(c, U'\t', U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_unwanted(char32_t c) {
  return c < 0x20 || between(c, 0x7F, 0x9F)  // C0, DEL, C1: some terminals obey U+009B as ESC [
         || c == 0xAD                        // soft hyphen: shown by some terminals only
         || between(c, 0x202A, 0x202E) || between(c, 0x2066, 0x2069)  // bidirectional controls
         || between(c, 0xFFF9, 0xFFFB) || between(c, 0xE0000, 0xE007F);
}

bool is_written_as_escape(char32_t c) {
  return between(c, 0x7F, 0x9F) || between(c, 0x2028, 0x202E) || between(c, 0x2066, 0x2069);
}

void append_escape(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(c >> shift) & 15U];
}

void append_reference(std::string& out, char32_t c) {
  out.append("&#").append(std::to_string(static_cast<std::uint32_t>(c))).append(";");
}

std::string_view entity_of(char32_t c) {
  switch (c) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':  // of "]]>"
      return "&gt;";
    case U'"':
      return "&quot;";
    default:
      return {};
  }
}

bool is_no_xml(char32_t c) {
  const bool written = c == U'\t' || c == U'\n' || c == U'\r';
  return (c < 0x20 && !written) || c == 0xFFFE || c == 0xFFFF || c == kReplacementCharacter;
}

}  // namespace

std::string_view printable_form(std::string_view written, char32_t c) {
  if (acts_as_space(c)) return " ";
  if (is_unwanted(c)) return {};
  return c == kReplacementCharacter ? std::string_view("\uFFFD") : written;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto c = next_code_point(text, at);
    result += printable_form(text.substr(begin, at - begin), c);
  }
  return result;
}

std::string printable_json(std::string_view json) {
  std::string result;
  result.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const auto begin = at;
    const auto c = next_code_point(json, at);
    if (is_written_as_escape(c))
      append_escape(result, c);
    else
      result += json.substr(begin, at - begin);
  }
  return result;
}

std::string printable_xml(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto c = next_code_point(text, at);
    if (is_no_xml(c))
      result += "\uFFFD";
    else if (is_written_as_escape(c) || c == U'\r')  // a parser makes a line end of a bare U+000D
      append_reference(result, c);
    else if (const auto entity = entity_of(c); !entity.empty())
      result += entity;
    else
      result += text.substr(begin, at - begin);
  }
  return result;
}

}  // namespace furat::analysis
