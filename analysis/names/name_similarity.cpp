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
    case 'w':
    case 'v':
    case 'o':
    case kDoubtfulW:
      return 'u';
    case 'y':
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
  std::string sounds;
  for (const auto& word : words) {
    char before = '\0';
    for (const char sound : latin_sounds(word, turkish)) {
      const char c = compared(sound);
      if (c != before || is_weak(c)) sounds += c;
      before = c;
    }
  }
  return sounds;
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
  return {std::move(sounds), {}, true, open};
}

/// "Houla" and "al-Hawl": the last vowel, which is left out before, still tells names apart.
constexpr double kOpenEndCost = 0.2;

struct Costs {
  bool unwritten_vowels;  ///< one of the names is in Arabic script
  bool written_ayns;      ///< both are

  [[nodiscard]] double gap(char sound) const {
    if (sound == 'a') return unwritten_vowels ? 0.12 : 0.22;
    if (is_weak(sound)) return 0.25;
    if (sound == kAyn) return written_ayns ? 0.5 : 0.12;
    return sound == 'h' || sound == 'g' ? 0.5 : 0.9;
  }
  [[nodiscard]] static double substitution(char a, char b) {
    if (a == b) return 0;
    if (is_weak(a) && is_weak(b)) return 0.2;
    if (!is_weak(a) && !is_weak(b) && kRelatedSounds(a, b)) return 0.25;
    return 1.2;
  }
};

/// The cheapest alignment; one row of the table at a time.
double distance(std::string_view a, std::string_view b, const Costs& costs) {
  std::vector<double> row(b.size() + 1, 0.0);
  for (std::size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + costs.gap(b[j]);
  for (const char c : a) {
    double diagonal = row[0];
    row[0] += costs.gap(c);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double above = row[j + 1];
      row[j + 1] = std::min({above + costs.gap(c), row[j] + costs.gap(b[j]),
                             diagonal + Costs::substitution(c, b[j])});
      diagonal = above;
    }
  }
  return row.back();
}

/// Length of a name, a vowel being worth less than a consonant.
double weight(std::string_view sounds) {
  const auto vowels = static_cast<double>(std::count_if(sounds.begin(), sounds.end(), is_weak));
  return static_cast<double>(sounds.size()) - 0.7 * vowels;
}

}  // namespace

NameSounds name_sounds(std::string_view name) {
  return is_in_arabic_script(name) ? arabic(name) : latin(name);
}

double name_similarity(const NameSounds& a, const NameSounds& b) {
  const Costs costs{a.arabic || b.arabic, a.arabic && b.arabic};
  const double end = a.open == b.open ? 0 : kOpenEndCost;
  double best = 0;
  for (const auto* one : {&a.sounds, &a.slavic})
    for (const auto* other : {&b.sounds, &b.slavic}) {
      if (one->empty() || other->empty()) continue;
      const double length = std::max(1.0, (weight(*one) + weight(*other)) / 2);
      best = std::max(best, 1 - (distance(*one, *other, costs) + end) / length);
    }
  return best;
}

double name_similarity(std::string_view a, std::string_view b) {
  return name_similarity(name_sounds(a), name_sounds(b));
}

}  // namespace furat::analysis
