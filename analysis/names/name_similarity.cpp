#include "analysis/names/name_similarity.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "analysis/names/sounds.hpp"

namespace furat::analysis {
namespace {

/// Sounds of which one spelling has the one and another the other.
constexpr std::array<std::string_view, 31> kRelated{
    "kq", "kG", "qG",    "qg",    "Gg", "Gj", "jC", "jZ", "SC", "sS", "Hh",
    "Hk", "Hg", "tT",    "Ts",    "Dd", "Dz", "dz", "tD", "bp", "pf", "wv",
    "sz", "td", "\x01s", "\x01S", "SZ", "zZ", "jz", "mn", "gh"};

class RelatedSounds {
 public:
  constexpr RelatedSounds() {
    for (const auto pair : kRelated) {
      if (pair.size() != 2) continue;
      related_[index(pair[0])][index(pair[1])] = true;
      related_[index(pair[1])][index(pair[0])] = true;
    }
  }
  [[nodiscard]] constexpr bool operator()(char a, char b) const {
    return related_[index(a)][index(b)];
  }

 private:
  static constexpr std::size_t index(char c) { return static_cast<unsigned char>(c) & 0x7F; }
  std::array<std::array<bool, 128>, 128> related_{};
};
constexpr RelatedSounds kRelatedSounds;

bool is_weak(char sound) { return sound == 'a' || sound == 'i' || sound == 'u'; }

/// Vowels in three classes, glides among them.
char compared(char sound) {
  switch (sound) {
    case 'e':
      return 'a';
    case 'v':
      return 'w';
    case 'o':
    case kDoubtfulW:
      return 'u';
    case kDoubtfulY:
      return 'i';
    default:
      return sound;
  }
}

/// One vowel of a run, but for i and u behind another: a diphthong inside a word.
std::string without_vowel_runs(std::string_view sounds) {
  std::string out;
  for (const char sound : sounds) {
    if (!out.empty() && is_weak(sound) && is_weak(out.back())) {
      const bool diphthong = sound != out.back() && sound != 'a' && out.size() > 1;
      if (!diphthong) continue;
    }
    out += sound;
  }
  while (!out.empty() && is_weak(out.back())) out.pop_back();
  return out;
}

std::string compared_sounds(const std::vector<std::string>& words, bool turkish) {
  std::string name;
  for (const auto& word : words)
    for (const char sound : with_glides_decided(latin_sounds(word, turkish)))
      name += compared(sound);
  return name;
}

NameSounds latin(std::string_view name) {
  const auto spelling = latin_spelling(name);
  auto words = core_words(spelling.words);
  const auto sounds = compared_sounds(words, spelling.turkish);
  NameSounds result{without_vowel_runs(sounds), {}, false, false};
  result.open = !sounds.empty() && is_weak(sounds.back());
  if (sounds.find('j') == sounds.npos) return result;
  const auto as_written = words;
  for (auto& word : words) word = with_j_as_y(word);
  if (words != as_written)
    result.slavic = without_vowel_runs(compared_sounds(words, spelling.turkish));
  return result;
}

bool ends_in_vowel(std::u32string_view word) {
  constexpr std::u32string_view kFinalVowels = U"ةهەاىيیێوۆ";
  return kFinalVowels.find(word.back()) != kFinalVowels.npos;
}

NameSounds arabic(std::string_view name) {
  const auto words = core_words(arabic_spelling(name));
  std::string sounds;
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const char sound : arabic_sounds(words[i], i + 1 == words.size()))
      sounds += compared(sound);
  const bool open = !words.empty() && ends_in_vowel(words.back());
  while (!sounds.empty() && is_weak(sounds.back())) sounds.pop_back();
  return {std::move(sounds), {}, true, open};
}

/// "Houla" and "al-Hawl": the last vowel, which is left out before, still tells names apart.
constexpr double kOpenEndCost = 0.2;

bool is_glide(char sound) { return sound == 'w' || sound == 'y'; }

/// What it costs that a sound of one name is missing in the other.
class GapCosts {
 public:
  /// `arabic`: the name that has the sound is in Arabic script.
  GapCosts(bool arabic, bool other_arabic)
      : unwritten_(!arabic && other_arabic),
        low_vowel_(unwritten_                ? 0.12
                   : arabic && !other_arabic ? 0.12
                                             : 0.22),
        high_vowel_(unwritten_                ? 0.2
                    : arabic && !other_arabic ? 0.3
                                              : 0.25),
        ayn_(other_arabic ? 0.5 : 0.12) {}

  [[nodiscard]] double operator()(char sound) const {
    if (sound == 'a') return low_vowel_;
    if (is_weak(sound)) return high_vowel_;
    if (is_glide(sound)) return 0.4;
    if (sound == kAyn) return ayn_;
    return sound == 'h' || sound == 'g' ? 0.5 : 0.9;
  }

 private:
  bool unwritten_;
  double low_vowel_, high_vowel_, ayn_;
};

double substitution(char a, char b) {
  if (a == b) return 0;
  if (is_weak(a) && is_weak(b)) return 0.2;
  if ((a == 'w' && b == 'u') || (a == 'u' && b == 'w') || (a == 'y' && b == 'i') ||
      (a == 'i' && b == 'y'))
    return 0.2;
  if (!is_weak(a) && !is_weak(b) && kRelatedSounds(a, b)) return 0.25;
  return 1.2;
}

/// The cheapest alignment; one row of the table at a time.
double distance(std::string_view a, std::string_view b, const GapCosts& of_a,
                const GapCosts& of_b) {
  std::vector<double> row(b.size() + 1, 0.0);
  for (std::size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + of_b(b[j]);
  for (const char c : a) {
    double diagonal = row[0];
    row[0] += of_a(c);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double above = row[j + 1];
      row[j + 1] =
          std::min({above + of_a(c), row[j] + of_b(b[j]), diagonal + substitution(c, b[j])});
      diagonal = above;
    }
  }
  return row.back();
}

/// Length of a name, a vowel being worth less than a consonant.
double weight(std::string_view sounds) {
  double sum = 0;
  for (const char sound : sounds) sum += is_weak(sound) ? 0.3 : is_glide(sound) ? 0.6 : 1;
  return sum;
}

}  // namespace

NameSounds name_sounds(std::string_view name) {
  return is_in_arabic_script(name) ? arabic(name) : latin(name);
}

double name_similarity(const NameSounds& a, const NameSounds& b) {
  const GapCosts of_a(a.arabic, b.arabic);
  const GapCosts of_b(b.arabic, a.arabic);
  const double end = a.open == b.open ? 0 : kOpenEndCost;
  double best = 0;
  for (const auto* one : {&a.sounds, &a.slavic})
    for (const auto* other : {&b.sounds, &b.slavic}) {
      if (one->empty() || other->empty()) continue;
      const double length = std::max(1.0, (weight(*one) + weight(*other)) / 2);
      best = std::max(best, 1 - (distance(*one, *other, of_a, of_b) + end) / length);
    }
  return best;
}

double name_similarity(std::string_view a, std::string_view b) {
  return name_similarity(name_sounds(a), name_sounds(b));
}

}  // namespace furat::analysis
