#include "analysis/names/arabic_spelling.hpp"
#include <algorithm>
#include <array>

#include "analysis/names/latin_spelling.hpp"
#include "analysis/names/unicode_forms.hpp"
#include "analysis/text/utf8.hpp"

namespace furat::analysis {
namespace {

bool is_arabic(char32_t c) { return c >= 0x600 && c <= 0x6FF; }
bool is_word_letter(char32_t c) { return c >= 0x621 && c <= 0x6FF; }

bool is_sign(char32_t c) {
  return (c >= 0x64B && c <= 0x652) || c == 0x670 || c == 0x640 || (c >= 0x6D6 && c <= 0x6ED) ||
         c == 0x200C;
}

/// ە is a letter of Kurdish, though it lies among the signs of the Koran.
bool is_dropped(char32_t c) { return is_sign(c) && c != 0x6D5; }

char32_t one_alef(char32_t c) {
  return c == U'أ' || c == U'إ' || c == U'آ' || c == 0x671 ? U'ا' : c;
}

/// Presentation forms and letters with separate marks, as one letter each.
std::u32string normalized(std::string_view name) {
  std::u32string letters;
  bool plain = true;
  for (std::size_t i = 0; i < name.size() && letters.size() < kMaxNameLetters;) {
    const auto c = next_code_point(name, i);
    plain &=
        c < 0x80 || (is_arabic(c) && !(c >= 0x653 && c <= 0x655) && !(c >= 0x675 && c <= 0x678));
    letters += c;
  }
  return plain ? letters : compatibly_composed(letters);
}

/// City, governorate, subdistrict, centre, district, village, region, township.
bool is_generic(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 8> kGeneric{
      U"مدينة", U"محافظة", U"ناحية", U"مركز", U"قضاء", U"قرية", U"منطقة", U"بلدة"};
  return std::find(kGeneric.begin(), kGeneric.end(), word) != kGeneric.end();
}

bool is_abu(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 4> kAbu{U"البو", U"ابو", U"بو", U"ابي"};
  return std::find(kAbu.begin(), kAbu.end(), word) != kAbu.end();
}

}  // namespace

bool is_in_arabic_script(std::string_view name) {
  // The Arabic block is D8 80 to DB BF in UTF-8.
  for (std::size_t i = 0; i + 1 < name.size(); ++i) {
    const auto lead = static_cast<unsigned char>(name[i]);
    const auto next = static_cast<unsigned char>(name[i + 1]);
    if (lead >= 0xD8 && lead <= 0xDB && next >= 0x80 && next <= 0xBF) return true;
  }
  return false;
}

std::vector<std::u32string> arabic_spelling(std::string_view name) {
  std::vector<std::u32string> words;
  bool open = false;
  for (const auto c : normalized(name)) {
    if (is_dropped(c)) continue;
    if (!is_word_letter(c)) {
      open = false;
      continue;
    }
    if (!open) words.emplace_back();
    open = true;
    words.back() += one_alef(c);
  }
  return words;
}

std::u32string_view without_article(std::u32string_view word) {
  constexpr std::u32string_view kArticle = U"ال";
  auto rest = word;
  if (!rest.starts_with(kArticle) && (rest.starts_with(U'و') || rest.starts_with(U'ب')))
    rest.remove_prefix(1);
  if (!rest.starts_with(kArticle) || rest.size() < kArticle.size() + 2) return word;
  return rest.substr(kArticle.size());
}

std::vector<std::u32string> core_words(const std::vector<std::u32string>& words) {
  std::vector<std::u32string> core;
  for (const auto& word : words)
    if (!is_generic(word)) core.push_back(word);
  if (core.empty()) core = words;
  for (auto& word : core)
    word = is_abu(word) ? std::u32string(U"بو") : std::u32string(without_article(word));
  return core;
}

}  // namespace furat::analysis
