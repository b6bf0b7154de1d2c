#include "analysis/text/charset.hpp"

#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <cstdint>

namespace furat::analysis {

std::u32string decoded(std::string_view bytes, const std::string& charset) {
  constexpr std::size_t kMostBytes = std::size_t{512} << 20U;  // ICU counts in 32 bits
  if (bytes.size() > kMostBytes) return {};
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                charset.c_str());
  std::u32string letters;
  if (text.isBogus()) return letters;
  letters.reserve(static_cast<std::size_t>(text.length()));
  for (std::int32_t at = 0; at < text.length();) {
    const auto c = text.char32At(at);
    letters += static_cast<char32_t>(c);
    at += U16_LENGTH(c);
  }
  return letters;
}

}  // namespace furat::analysis
