#include <algorithm>
#include <array>

#include "analysis/names/sounds.hpp"

namespace furat::analysis {
namespace {

struct Consonant {
  char32_t letter;
  char sound;
};
/// Arabic, with the letters that Persian and Kurdish added; sorted by code.
constexpr std::array kConsonants{
    Consonant{U'ب', 'b'},  Consonant{U'ت', 't'}, Consonant{U'ث', 'T'}, Consonant{U'ج', 'j'},
    Consonant{U'ح', 'h'},  Consonant{U'خ', 'H'}, Consonant{U'د', 'd'}, Consonant{U'ذ', 'D'},
    Consonant{U'ر', 'r'},  Consonant{U'ز', 'z'}, Consonant{U'س', 's'}, Consonant{U'ش', 'S'},
    Consonant{U'ص', 's'},  Consonant{U'ض', 'd'}, Consonant{U'ط', 't'}, Consonant{U'ظ', 'D'},
    Consonant{U'ع', kAyn}, Consonant{U'غ', 'g'}, Consonant{U'ف', 'f'}, Consonant{U'ق', 'q'},
    Consonant{U'ك', 'k'},  Consonant{U'ل', 'l'}, Consonant{U'م', 'm'}, Consonant{U'ن', 'n'},
    Consonant{U'ه', 'h'},  Consonant{U'پ', 'p'}, Consonant{U'چ', 'C'}, Consonant{U'ڕ', 'r'},
    Consonant{U'ژ', 'Z'},  Consonant{U'ڤ', 'v'}, Consonant{U'ک', 'k'}, Consonant{U'ڪ', 'k'},
    Consonant{U'گ', 'G'},  Consonant{U'ڵ', 'l'},
};
static_assert(std::is_sorted(kConsonants.begin(), kConsonants.end(),
                             [](const Consonant& a, const Consonant& b) {
                               return a.letter < b.letter;
                             }));

char consonant(char32_t letter) {
  const auto* found =
      std::lower_bound(kConsonants.begin(), kConsonants.end(), letter,
                       [](const Consonant& c, char32_t code) { return c.letter < code; });
  return found != kConsonants.end() && found->letter == letter ? found->sound : '\0';
}

bool one_of(char32_t c, std::u32string_view letters) {
  return c != 0 && letters.find(c) != letters.npos;
}
bool is_waw(char32_t c) { return one_of(c, U"وۆ"); }
bool is_yeh(char32_t c) { return one_of(c, U"يیێ"); }

}  // namespace

Sounds arabic_sounds(std::u32string_view word, bool last) {
  Sounds sounds;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = word[i];
    const auto next = i + 1 < word.size() ? word[i + 1] : U'\0';
    const bool final = i + 1 == word.size();
    const bool before_final = i + 2 == word.size();
    if (const char sound = consonant(c)) {
      const bool silent = c == U'ه' && final && last;
      if (!silent) sounds += sound;
    } else if (c == U'ة') {
      if (!last) sounds += 't';
    } else if (is_waw(c)) {
      const bool before_vowel = one_of(next, U"اىةەه") || (is_yeh(next) && !before_final);
      sounds += (i == 0 && !final) || before_vowel ? 'w' : kDoubtfulW;
    } else if (is_yeh(c)) {
      if ((i == 0 && !final) || one_of(next, U"اوۆە"))
        sounds += 'y';
      else
        sounds += one_of(next, U"ةه") && before_final ? 'i' : kDoubtfulY;
    } else if (c == U'ى') {
      sounds += i == 0 && !final ? 'y' : 'a';
    } else if (c == U'ا' || c == U'ە') {
      sounds += 'a';
    }
  }
  return sounds;
}

}  // namespace furat::analysis
