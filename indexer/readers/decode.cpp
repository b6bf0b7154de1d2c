#include "indexer/readers/decode.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/text/utf8.hpp"
#include "indexer/readers/charset.hpp"
#include "indexer/readers/text_cleaner.hpp"
#include "indexer/readers/text_shape.hpp"

namespace furat::indexer {
namespace {

struct Utf8Census {
  std::size_t sequences = 0;  // valid ones of two bytes or more
  std::size_t invalid = 0;    // bytes that belong to none
};

Utf8Census census_of(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    std::size_t next = i;
    const char32_t c = analysis::next_code_point(bytes, next);
    const bool invalid = c == analysis::kReplacementCharacter && next - i == 1;
    ++(invalid ? census.invalid : census.sequences);
    i = next;
  }
  return census;
}

/// UTF-8 with some damage (a cut character at the end, a few foreign bytes) is still UTF-8: other
/// encodings hardly ever give many valid sequences by accident.
bool is_damaged_utf8(Utf8Census census) {
  return census.sequences > 0 && census.invalid <= 3 + census.sequences / 10 &&
         census.invalid <= 2 * census.sequences;
}

void put_utf16(std::string_view bytes, bool little_endian, std::uint64_t base,
               TextCleaner& cleaner) {
  const auto unit = [bytes, little_endian](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(little_endian ? first | (second << 8) : (first << 8) | second);
  };
  std::size_t i = 0;
  while (i + 1 < bytes.size()) {
    const char32_t high = unit(i);
    if (high < 0xD800 || high > 0xDFFF) {
      cleaner.put(high, base + i, 2);
      i += 2;
      continue;
    }
    const char32_t low = high < 0xDC00 && i + 3 < bytes.size() ? unit(i + 2) : 0;
    if (low >= 0xDC00 && low <= 0xDFFF) {
      cleaner.put(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), base + i, 4);
      i += 4;
      continue;
    }
    cleaner.count_replaced();
    cleaner.put(analysis::kReplacementCharacter, base + i, 2);
    i += 2;
  }
  if (i < bytes.size()) {
    cleaner.count_replaced();
    cleaner.put(analysis::kReplacementCharacter, base + i, 1);
  }
}

/// Puts the text and says which encoding it was.
std::string put_decoded(std::string_view bytes, std::uint64_t base, TextCleaner& cleaner) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kUtf8Mark)) {
    cleaner.put_utf8(bytes.substr(kUtf8Mark.size()), base + kUtf8Mark.size());
    return "UTF-8";
  }
  if (const auto shape = utf16_shape(bytes)) {
    const std::size_t mark = shape->byte_order_mark ? 2 : 0;
    put_utf16(bytes.substr(mark), shape->little_endian, base + mark, cleaner);
    return shape->little_endian ? "UTF-16LE" : "UTF-16BE";
  }
  const Utf8Census census = census_of(bytes);
  if (census.invalid == 0 || is_damaged_utf8(census)) {
    cleaner.put_utf8(bytes, base);
    return "UTF-8";
  }
  const std::string charset = likely_charset(bytes);
  if (put_by_charset(charset, bytes, base, cleaner)) return charset;
  cleaner.put_utf8(bytes, base);
  return "UTF-8";
}

}  // namespace

DecodedText decode(std::string_view bytes, std::uint64_t base) {
  DecodedText decoded;
  decoded.text.reserve(bytes.size());
  TextCleaner cleaner(decoded.text, decoded.map);
  decoded.encoding = put_decoded(bytes, base, cleaner);
  cleaner.finish();
  decoded.replaced = cleaner.replaced();
  decoded.controls = cleaner.controls();
  return decoded;
}

std::string decoding_warning(const DecodedText& decoded) {
  std::string message;
  if (!decoded.encoding.starts_with("UTF-"))
    message = fmt::format("The text is not UTF-8; it was read as {}.", decoded.encoding);
  if (decoded.replaced > 0) {
    if (!message.empty()) message += ' ';
    message += fmt::format("{} undecodable {} replaced by U+FFFD.", decoded.replaced,
                           decoded.replaced == 1 ? "byte was" : "bytes were");
  }
  return message;
}

}  // namespace furat::indexer
