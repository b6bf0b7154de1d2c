#include <algorithm>
#include <array>

#include "analysis/names/sounds.hpp"

namespace furat::analysis {
namespace {

struct Digraph {
  std::string_view letters;
  char sound;
};
/// Longest first: German tsch, dsch, sch; French dj, ch; English and map spellings.
constexpr std::array kDigraphs{
    Digraph{"tsch", 'C'}, Digraph{"dsch", 'j'}, Digraph{"sch", 'S'}, Digraph{"tch", 'C'},
    Digraph{"dzh", 'j'},  Digraph{"dj", 'j'},   Digraph{"dz", 'j'},  Digraph{"sh", 'S'},
    Digraph{"ch", 'S'},   Digraph{"kh", 'H'},   Digraph{"gh", 'g'},  Digraph{"rh", 'g'},
    Digraph{"dh", 'D'},   Digraph{"th", 'T'},   Digraph{"zh", 'Z'},  Digraph{"ph", 'f'},
    Digraph{"ck", 'k'},   Digraph{"tz", 'z'},   Digraph{"sz", 's'},  Digraph{"qu", 'q'},
};

const Digraph* digraph_at(std::string_view rest) {
  const auto* found = std::find_if(kDigraphs.begin(), kDigraphs.end(),
                                   [&](const Digraph& d) { return rest.starts_with(d.letters); });
  return found == kDigraphs.end() ? nullptr : found;
}

char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

char single_sound(char letter, char next, bool turkish) {
  if (letter == 'g') return 'G';
  if (letter != 'c') return letter;
  return turkish || next == 'e' || next == 'i' || next == 'y' ? 'j' : 'k';
}

/// Consonants that are written double without being two sounds.
bool may_be_doubled(char sound) {
  constexpr std::string_view kDoubled = "bcdfghjklmnpqrstvwxyzBCDGHSTZ";
  return sound == kAmbiguousCedilla || kDoubled.find(sound) != kDoubled.npos;
}

void drop_doubles(Sounds& sounds) {
  const auto end = std::unique(sounds.begin(), sounds.end(),
                               [](char a, char b) { return a == b && may_be_doubled(a); });
  sounds.erase(end, sounds.end());
}

/// The ending of an adjective of origin or a feminine noun: -i, -iy, -y, with -a or -e behind it.
void shorten_adjective_ending(Sounds& sounds) {
  if (sounds.size() <= 3) return;
  auto end = sounds.size();
  if (sounds[end - 1] == 'a' || sounds[end - 1] == 'e') --end;
  const char last = sounds[end - 1];
  const char before = sounds[end - 2];
  if (last != 'i' && !(last == 'y' && (before == 'i' || !is_vowel(before)))) return;
  while (end > 0 && (sounds[end - 1] == 'i' || sounds[end - 1] == 'y')) --end;
  sounds.resize(end);
  sounds += 'i';
}

/// "Miadin", "Suaida": i and u between a consonant and a vowel, not where a word merely ends so.
bool is_hidden_glide(std::string_view sounds, std::size_t i) {
  const char c = sounds[i];
  const char next = at(sounds, i + 1);
  const char before = i > 0 ? sounds[i - 1] : '\0';
  if ((c != 'i' && c != 'u') || before == '\0' || is_vowel(before) || before == 'w' ||
      before == 'y' || !is_vowel(next) || next == c)
    return false;
  if (c == 'i' && next == 'e') return false;
  const bool ends_here = i + 2 >= sounds.size();
  return !ends_here || (c == 'u' && next != 'i');
}

}  // namespace

Sounds latin_sounds(std::string_view word, bool turkish) {
  if (word.size() > 1 && word.back() == 'h' && is_vowel(word[word.size() - 2]))
    word.remove_suffix(1);
  Sounds sounds;
  for (std::size_t i = 0; i < word.size();) {
    const char next = at(word, i + 1);
    const char after = at(word, i + 2);
    if (word[i] == 'g' && next == 'u' && (after == 'e' || after == 'i')) {
      sounds += 'G';  // French and Spanish: the u only keeps the g hard
      i += 2;
    } else if (const auto* digraph = digraph_at(word.substr(i));
               digraph != nullptr && (i == 0 || word[i] != 'r')) {  // "Rharb", but "Farhan"
      sounds += digraph->sound;
      i += digraph->letters.size();
    } else {
      sounds += single_sound(word[i], next, turkish);
      ++i;
    }
  }
  return sounds;
}

std::string with_j_as_y(std::string_view word) {
  const auto vowel_at = [&](std::size_t i) { return i < word.size() && is_vowel(word[i]); };
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool in_ending = i + 2 == word.size() && (word[i + 1] == 'a' || word[i + 1] == 'e') &&
                           i > 0 && word[i - 1] == 'i';
    const bool after_vowel =
        i > 0 && is_vowel(word[i - 1]) && !vowel_at(i + 1) && i + 1 < word.size();
    out += word[i] == 'j' && (in_ending || after_vowel) ? 'y' : word[i];
  }
  return out;
}

Sounds with_glides_decided(Sounds sounds) {
  std::replace(sounds.begin(), sounds.end(), 'v', 'w');
  drop_doubles(sounds);
  shorten_adjective_ending(sounds);
  Sounds out;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    const char c = sounds[i];
    const char next = at(sounds, i + 1);
    if (c == 'w' || c == 'y') {
      out += is_vowel(next) ? c : c == 'w' ? 'u' : 'i';
    } else if (is_hidden_glide(sounds, i)) {
      out += c == 'i' ? 'y' : 'w';
    } else if (c == 'o' && next == 'u' && is_vowel(at(sounds, i + 2))) {
      out += 'w';  // "Soueida", "Raouda"
      ++i;
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace furat::analysis
