#include "analysis/text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/text/ascii.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {
namespace {

bool is_apostrophe_like(UChar32 c) {
  return c == 0x27 || c == 0x60 || c == 0xB4 || c == 0x2018 || c == 0x2019 ||
         (c >= 0x02B9 && c <= 0x02BF) || c == 0x02C8 || c == 0x2032;
}

/// Letters that no decomposition reduces: Arabic variants to one form, Latin letters to ASCII.
struct Replacement {
  UChar32 from;
  std::string_view to;
};
constexpr std::array kReplacements{
    Replacement{0x00E6, "ae"}, Replacement{0x00F0, "d"}, Replacement{0x00F8, "o"},
    Replacement{0x00FE, "th"}, Replacement{0x0111, "d"}, Replacement{0x0127, "h"},
    Replacement{0x0131, "i"},  Replacement{0x0142, "l"}, Replacement{0x014B, "n"},
    Replacement{0x0153, "oe"}, Replacement{0x0167, "t"}, Replacement{0x0259, "e"},
    Replacement{0x0629, "ه"},  Replacement{0x0649, "ي"}, Replacement{0x0671, "ا"},
    Replacement{0x06A9, "ك"},  Replacement{0x06AA, "ك"}, Replacement{0x06C1, "ه"},
    Replacement{0x06CC, "ي"},  Replacement{0x06D5, "ه"},
};

bool append_replacement(UChar32 c, std::string& out) {
  const auto* found =
      std::lower_bound(kReplacements.begin(), kReplacements.end(), c,
                       [](const Replacement& r, UChar32 code) { return r.from < code; });
  if (found == kReplacements.end() || found->from != c) return false;
  out += found->to;
  return true;
}

void append_folded_code_point(UChar32 c, std::string& out) {
  constexpr UChar32 kTatweel = 0x0640;
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || c == kTatweel) return;
  if (is_apostrophe_like(c)) return;
  if (const int digit = u_charDigitValue(c); digit >= 0) {
    out += static_cast<char>('0' + digit);
    return;
  }
  if (append_replacement(c, out)) return;
  icu::UnicodeString(c).toUTF8String(out);
}

void append_folded_unicode(std::string_view word, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* decompose = icu::Normalizer2::getNFKDInstance(status);
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  const auto folded = casefold->normalize(source, status);
  const auto flat = decompose->normalize(folded, status);
  if (U_FAILURE(status) != 0) return;  // out of memory only: the normalizers take any string
  for (std::int32_t i = 0; i < flat.length(); i = flat.moveIndex32(i, 1))
    append_folded_code_point(flat.char32At(i), out);
}

std::string fold_words(std::string_view name) {
  const auto tokenized = tokenize(name);
  std::string key;
  for (const auto& token : tokenized.tokens()) {
    if (!key.empty()) key += ' ';
    key += tokenized.folded(token);
  }
  return key;
}

/// Letters and digits that are one word wherever they stand side by side: not those of scripts
/// whose words are found with a dictionary.
bool joins_its_like(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
    case U_WB_NUMERIC:
      return true;
    default:
      return false;
  }
}

/// False if a key is surely cut into the words that it has: nothing is in them that joins letters,
/// and none of its letters is cut from those beside it.
bool may_be_cut_again(std::string_view key) {
  if (is_ascii(key))
    return !std::all_of(key.begin(), key.end(),
                        [](char c) { return c == ' ' || is_ascii_letter(c) || is_ascii_digit(c); });
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(key.data(), static_cast<std::int32_t>(key.size())));
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (const auto c = text.char32At(i); c != ' ' && !joins_its_like(c)) return true;
  return false;
}

}  // namespace

void append_folded(std::string_view word, std::string& out) {
  if (!is_ascii(word)) {
    append_folded_unicode(word, out);
    return;
  }
  for (const char c : word)
    if (c != '\'' && c != '`') out += lower_ascii(c);
}

std::string fold_name(std::string_view name) {
  auto key = fold_words(name);
  // A joiner beside a letter that folding took away joins nothing any more, and an apostrophe that
  // it took away joins no more.
  while (may_be_cut_again(key)) {
    auto again = fold_words(key);
    if (again == key) break;
    key = std::move(again);
  }
  return key;
}

bool is_article(std::string_view folded_token) {
  // By the first letter, what may follow it: asked for every short word of every text.
  constexpr std::string_view kAfterA = "d l n r s t z ch sh th ", kAfterE = "d l n r s t z ch sh ",
                             kAfterI = "l ", kAfterU = "d l r s t z sh ";
  if (folded_token.size() != 2 && folded_token.size() != 3) return false;
  const auto rest = folded_token.substr(1);
  const auto among = [&](std::string_view list) {
    for (auto at = list.find(rest); at != list.npos; at = list.find(rest, at + 1))
      if ((at == 0 || list[at - 1] == ' ') && list[at + rest.size()] == ' ') return true;
    return false;
  };
  switch (folded_token.front()) {
    case 'a':
      return among(kAfterA);
    case 'e':
      return among(kAfterE);
    case 'i':
      return among(kAfterI);
    case 'u':
      return among(kAfterU);
    default:
      return false;
  }
}

}  // namespace furat::analysis
