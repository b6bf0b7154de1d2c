#include "indexer/readers/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "analysis/text/utf8.hpp"

namespace furat::indexer {
namespace {

constexpr std::string_view kLastResort = "windows-1252";

// Below this the detector is guessing among the Latin encodings, and the most common one is the
// better guess.
constexpr std::int32_t kLeastConfidence = 35;

constexpr std::size_t kSampleSize = 64 * 1024;

// What the detector may say of text in files. It also knows EBCDIC and escape sequences, which it
// finds in noise.
constexpr std::array<std::string_view, 8> kCharsetFamilies = {
    "windows-125", "ISO-8859-", "KOI8-R", "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"};

bool is_accepted(std::string_view name) {
  return std::any_of(kCharsetFamilies.begin(), kCharsetFamilies.end(),
                     [name](std::string_view family) { return name.starts_with(family); });
}

/// The part of a long text that says most about its encoding: around its first byte outside ASCII.
std::string_view sample_of(std::string_view bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char byte) {
    return static_cast<unsigned char>(byte) >= 0x80;
  });
  const auto at = static_cast<std::size_t>(first - bytes.begin());
  return bytes.substr(at > kSampleSize / 4 ? at - kSampleSize / 4 : 0, kSampleSize);
}

using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;
using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

std::string best_match(UCharsetDetector* detector) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector, &count, &status);
  if (U_FAILURE(status)) return {};
  for (std::int32_t i = 0; i < count; ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status) || confidence < kLeastConfidence) return {};
    if (is_accepted(name)) return name;
  }
  return {};
}

void put_one_byte_encoding(UConverter* converter, std::string_view bytes, std::uint64_t base,
                           TextCleaner& cleaner) {
  std::array<char32_t, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char byte = static_cast<char>(i);
    const char* source = &byte;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_resetToUnicode(converter);
    const UChar32 c = ucnv_getNextUChar(converter, &source, source + 1, &status);
    table[i] =
        U_FAILURE(status) || c < 0 ? analysis::kReplacementCharacter : static_cast<char32_t>(c);
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char32_t c = table[static_cast<unsigned char>(bytes[i])];
    if (c == analysis::kReplacementCharacter) cleaner.count_replaced();
    cleaner.put(c, base + i, 1);
  }
}

void put_longer_encoding(UConverter* converter, std::string_view bytes, std::uint64_t base,
                         TextCleaner& cleaner) {
  const char* const begin = bytes.data();
  const char* const end = begin + bytes.size();
  const char* at = begin;
  while (at < end) {
    const char* const from = at;
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 decoded = ucnv_getNextUChar(converter, &at, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
    const bool bad = U_FAILURE(status) || decoded < 0 || decoded == 0xFFFD;
    if (bad) {
      cleaner.count_replaced();
      if (at == from) ++at;
      ucnv_resetToUnicode(converter);
    }
    cleaner.put(bad ? analysis::kReplacementCharacter : static_cast<char32_t>(decoded),
                base + static_cast<std::uint64_t>(from - begin),
                static_cast<std::uint32_t>(at - from));
  }
}

}  // namespace

std::string likely_charset(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status), &ucsdet_close);
  if (U_FAILURE(status)) return std::string(kLastResort);
  const std::string_view sample = sample_of(bytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  if (U_FAILURE(status)) return std::string(kLastResort);
  std::string name = best_match(detector.get());
  // What calls itself Latin-1 is windows-1252 wherever the two differ.
  if (name.empty() || name == "ISO-8859-1") return std::string(kLastResort);
  return name;
}

bool put_by_charset(const std::string& charset, std::string_view bytes, std::uint64_t base,
                    TextCleaner& cleaner) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return false;
  if (ucnv_getMaxCharSize(converter.get()) <= 2 && ucnv_getType(converter.get()) == UCNV_SBCS) {
    put_one_byte_encoding(converter.get(), bytes, base, cleaner);
  } else {
    put_longer_encoding(converter.get(), bytes, base, cleaner);
  }
  return true;
}

}  // namespace furat::indexer
