// The letters of a name as sounds: one character a sound, the same for every spelling and script.
#pragma once

#include <string>
#include <string_view>

#include "analysis/names/arabic_spelling.hpp"
#include "analysis/names/latin_spelling.hpp"

namespace furat::analysis {

/// A run of sounds. Consonants: b p t T(th) j C(tch) H(kh) h d D(dh) r z Z(zh) s S(sh) g(gh) f q k
/// G(hard g) l m n w v y and kAmbiguousCedilla; vowels: a e i o u.
using Sounds = std::string;

[[nodiscard]] constexpr bool is_vowel(char sound) {
  return sound == 'a' || sound == 'e' || sound == 'i' || sound == 'o' || sound == 'u';
}

/// Sounds of a Latin word (of core_words()): digraphs become one sound, a final h after a vowel is
/// silent, c is j before e and i, or wherever the spelling is Turkish.
[[nodiscard]] Sounds latin_sounds(std::string_view word, bool turkish);

/// The word with the j that is y in Slavic and German spellings as y: "Dajr", "Sulejmanija",
/// "Kunejtra"; not that of "Manbij".
[[nodiscard]] std::string with_j_as_y(std::string_view word);

/// The same with glides decided: w and y are there only as consonants, else u and i; i and u before
/// a vowel may be glides; doubled consonants are one; an ending -iyah, -ieh, -ia, -y is -i.
[[nodiscard]] Sounds with_glides_decided(Sounds sounds);

/// Arabic script leaves open whether these are w and y or the vowels u and i.
inline constexpr char kDoubtfulW = 'U';
inline constexpr char kDoubtfulY = 'I';

/// The letter ayn: Latin spellings mostly leave it out, Arabic ones never.
inline constexpr char kAyn = 'E';

/// Sounds of an Arabic word; short vowels are not written. `last`: of a name, where a final heh or
/// ta marbuta is silent. May hold kDoubtfulW, kDoubtfulY and kAyn.
[[nodiscard]] Sounds arabic_sounds(std::u32string_view word, bool last);

}  // namespace furat::analysis
