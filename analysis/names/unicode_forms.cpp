#include "analysis/names/unicode_forms.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace furat::analysis {
namespace {

std::u32string normalized(const icu::Normalizer2* form, const std::u32string& letters,
                          UErrorCode status) {
  icu::UnicodeString text;
  for (const auto c : letters) text.append(static_cast<UChar32>(c));
  if (U_FAILURE(status) != 0) return letters;  // out of memory only
  const auto normal = form->normalize(text, status);
  if (U_FAILURE(status) != 0) return letters;  // likewise
  std::u32string out;
  for (std::int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1))
    out += static_cast<char32_t>(normal.char32At(i));
  return out;
}

}  // namespace

std::u32string composed(const std::u32string& letters) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFCInstance(status);
  return normalized(form, letters, status);
}

std::u32string compatibly_composed(const std::u32string& letters) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKCInstance(status);
  return normalized(form, letters, status);
}

}  // namespace furat::analysis
