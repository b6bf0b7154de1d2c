#include "analysis/names/transliteration_keys.hpp"

#include <algorithm>

#include "analysis/names/arabic_spelling.hpp"
#include "analysis/names/latin_spelling.hpp"
#include "analysis/names/sounds.hpp"

namespace furat::analysis {
namespace {

/// With fewer consonants than these, a skeleton without its glides would join too much.
constexpr std::size_t kMinWithoutGlides = 3;
constexpr char kDoubtfulGlides[] = {kDoubtfulW, kDoubtfulY, '\0'};

/// Class of consonants that spellings confuse; '\0' for vowels and what is not decided.
char consonant_class(char sound) {
  switch (sound) {
    case 'b':
    case 'p':
      return 'B';
    case 't':
    case 'T':
      return 'T';
    case 'd':
    case 'D':
      return 'D';
    case 'j':
    case 'Z':
      return 'J';
    case 'H':
      return 'X';
    case 's':
    case kAmbiguousCedilla:
      return 'S';
    case 'S':
    case 'C':
      return 'C';
    case 'q':
    case 'k':
      return 'K';
    case 'G':
      return 'G';
    case 'w':
    case 'v':
      return 'W';
    case 'f':
    case 'g':
    case 'h':
    case 'l':
    case 'm':
    case 'n':
    case 'r':
    case 'y':
    case 'z':
      return static_cast<char>(sound - 'a' + 'A');
    default:
      return '\0';
  }
}

std::string without_doubles(std::string text) {
  text.erase(std::unique(text.begin(), text.end()), text.end());
  return text;
}

std::string skeleton(const Sounds& sounds) {
  std::string key;
  for (const char sound : sounds)
    if (const char group = consonant_class(sound)) key += group;
  return without_doubles(std::move(key));
}

std::string vowelled_key(const Sounds& sounds) {
  std::string key;
  bool after_vowel = false;
  for (const char sound : sounds) {
    if (const char group = consonant_class(sound))
      key += group;
    else if (is_vowel(sound) && !after_vowel)
      key += sound == 'e' ? 'a' : sound == 'o' ? 'u' : sound;
    after_vowel = is_vowel(sound);
  }
  while (!key.empty() && is_vowel(static_cast<char>(key.back()))) key.pop_back();
  key.erase(
      std::unique(key.begin(), key.end(), [](char a, char b) { return a == b && !is_vowel(a); }),
      key.end());
  return key;
}

bool has(const Sounds& sounds, char sound) { return sounds.find(sound) != sounds.npos; }

Sounds replaced(Sounds sounds, char from, char to) {
  std::replace(sounds.begin(), sounds.end(), from, to);
  return sounds;
}

Sounds without_glides(Sounds sounds) {
  std::erase_if(sounds, [](char c) { return c == 'w' || c == 'y'; });
  return sounds;
}

/// Gathers readings of a name, likeliest first, until there are kMaxSkeletons.
class Skeletons {
 public:
  [[nodiscard]] bool full() const { return keys_.size() == kMaxSkeletons; }
  void add(const Sounds& sounds, std::size_t min_size = 1) {
    if (full()) return;
    auto key = skeleton(sounds);
    if (key.size() < min_size || std::find(keys_.begin(), keys_.end(), key) != keys_.end()) return;
    keys_.push_back(std::move(key));
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(keys_); }

 private:
  std::vector<std::string> keys_;
};

// ---- Latin letters ----

/// Raqqa and Rakka; final h and doubled letters say nothing.
std::string letters_key(const std::vector<std::string>& words) {
  std::string key;
  for (std::string_view word : words) {
    if (word.ends_with("ah") || word.ends_with("eh")) word.remove_suffix(1);
    key += word;
  }
  return without_doubles(std::move(key));
}

Sounds sounds_of(const std::vector<std::string>& words, bool turkish) {
  Sounds sounds;
  for (const auto& word : words) sounds += with_glides_decided(latin_sounds(word, turkish));
  return sounds;
}

/// "Alraqqa", "Elbab" without the article; empty if there is none.
std::string_view without_joined_article(std::string_view word) {
  if (!word.starts_with("al") && !word.starts_with("el")) return {};
  word.remove_prefix(2);
  return word.size() < 4 || is_vowel(word[0]) || word[0] == 'l' || word[0] == kAmbiguousCedilla
             ? std::string_view()
             : word;
}

std::vector<std::string> latin_skeletons(const std::vector<std::string>& words, bool turkish,
                                         const Sounds& sounds) {
  Skeletons keys;
  keys.add(sounds);
  if (has(sounds, 'D')) keys.add(replaced(sounds, 'D', 'z'));  // dhal and za: d or z
  if (has(sounds, 'T')) keys.add(replaced(sounds, 'T', 's'));
  if (has(sounds, kAmbiguousCedilla)) keys.add(replaced(sounds, kAmbiguousCedilla, 'S'));
  if (turkish && has(sounds, 'C')) keys.add(replaced(sounds, 'C', 'j'));
  if (has(sounds, 'G')) keys.add(replaced(sounds, 'G', 'q'));
  if (has(sounds, 'H')) keys.add(replaced(sounds, 'H', 'h'));  // Slavic kh, French h: "Khadita"
  auto apart = words;
  for (auto& word : apart)
    if (const auto rest = without_joined_article(word); !rest.empty()) word = std::string(rest);
  if (apart != words) keys.add(sounds_of(apart, turkish));
  if (has(sounds, 'j')) {
    auto slavic = words;
    for (auto& word : slavic) word = with_j_as_y(word);
    if (slavic != words) keys.add(sounds_of(slavic, turkish), kMinWithoutGlides);
  }
  keys.add(without_glides(sounds), kMinWithoutGlides);
  return keys.take();
}

TransliterationKeys latin_keys(std::string_view name) {
  const auto spelling = latin_spelling(name);
  if (spelling.words.empty()) return {};
  const auto words = core_words(spelling.words);
  const auto sounds = sounds_of(words, spelling.turkish);
  TransliterationKeys keys{letters_key(words), vowelled_key(sounds),
                           latin_skeletons(words, spelling.turkish, sounds)};
  return keys;
}

// ---- Arabic letters ----

void append_utf8(char32_t c, std::string& out) {
  // Letters of the Arabic block take two bytes.
  out += static_cast<char>(0xC0 | (c >> 6));
  out += static_cast<char>(0x80 | (c & 0x3F));
}

std::string letters_key(const std::vector<std::u32string>& words) {
  std::string key;
  for (const auto& word : words)
    for (const auto c : word) {
      const auto usual = c == U'ى' || c == U'ی' ? U'ي' : c == U'ک' ? U'ك' : c == U'ه' ? U'ة' : c;
      append_utf8(usual, key);
    }
  return key;
}

Sounds sounds_of(const std::vector<std::u32string>& words) {
  Sounds sounds;
  for (std::size_t i = 0; i < words.size(); ++i)
    sounds += arabic_sounds(words[i], i + 1 == words.size());
  return sounds;
}

Sounds with_glides_as_vowels(Sounds sounds) {
  return replaced(replaced(std::move(sounds), kDoubtfulW, 'u'), kDoubtfulY, 'i');
}

/// As if every word were the last: the t of the construct state is not spoken.
Sounds sounds_apart(const std::vector<std::u32string>& words) {
  Sounds sounds;
  for (const auto& word : words) sounds += arabic_sounds(word, true);
  return sounds;
}

/// The first doubtful glide between consonants, read as one; the sounds themselves if there is
/// none.
Sounds with_first_glide(const Sounds& sounds) {
  Sounds open = sounds;
  std::erase_if(open, [](char c) { return is_vowel(c) || c == kAyn; });
  const auto i = open.find_first_of(kDoubtfulGlides);
  if (i == open.npos || i == 0 || i + 1 == open.size()) return sounds;
  open[i] = open[i] == kDoubtfulW ? 'w' : 'y';
  return open;
}

/// "Dayralzawr": the parts around an article inside a word.
Sounds around_inner_article(std::u32string_view word) {
  const auto article = word.find(U"ال", 2);
  if (article == word.npos || word.size() < article + 5) return {};
  return arabic_sounds(word.substr(0, article), false) +
         arabic_sounds(word.substr(article + 2), true);
}

std::vector<std::string> arabic_skeletons(const std::vector<std::u32string>& words,
                                          const Sounds& sounds) {
  Skeletons keys;
  keys.add(sounds);
  if (has(sounds, 'D'))
    keys.add(replaced(sounds, 'D', 'z'));
  else if (has(sounds, 'T'))
    keys.add(replaced(sounds, 'T', 's'));
  if (has(sounds, 'H')) keys.add(replaced(sounds, 'H', 'h'));
  keys.add(with_first_glide(sounds));
  if (words.size() > 1) keys.add(sounds_apart(words));
  if (words.size() == 1) keys.add(around_inner_article(words.front()));
  keys.add(without_glides(sounds), kMinWithoutGlides);
  return keys.take();
}

TransliterationKeys arabic_keys(std::string_view name) {
  const auto words = core_words(arabic_spelling(name));
  if (words.empty()) return {};
  const auto sounds = sounds_of(words);
  return {letters_key(words), vowelled_key(with_glides_as_vowels(sounds)),
          arabic_skeletons(words, sounds)};
}

}  // namespace

TransliterationKeys transliteration_keys(std::string_view name) {
  return is_in_arabic_script(name) ? arabic_keys(name) : latin_keys(name);
}

}  // namespace furat::analysis
