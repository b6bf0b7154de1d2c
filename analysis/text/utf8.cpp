#include "analysis/text/utf8.hpp"

namespace furat::analysis {
namespace {

constexpr unsigned char byte(char c) { return static_cast<unsigned char>(c); }

/// Bytes of the sequence that begins with `lead`, 0 if none does.
constexpr std::size_t sequence_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

constexpr bool is_valid(char32_t code, std::size_t size) {
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  return code >= kSmallest[size] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto lead = byte(text[i]);
  const auto size = sequence_size(lead);
  ++i;
  if (size == 1) return lead;
  if (size == 0 || i + size - 1 > text.size()) return kReplacementCharacter;
  auto code = static_cast<char32_t>(lead & (0x7FU >> size));
  for (std::size_t k = 0; k + 1 < size; ++k) {
    if ((byte(text[i + k]) & 0xC0U) != 0x80U) return kReplacementCharacter;
    code = (code << 6U) | (byte(text[i + k]) & 0x3FU);
  }
  if (!is_valid(code, size)) return kReplacementCharacter;
  i += size - 1;
  return code;
}

}  // namespace furat::analysis
