#include "analysis/names/name_parts.hpp"

#include <algorithm>

#include "analysis/lexicon/word_list.hpp"
#include "analysis/names/name_words.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kTaMarbuta = "ة", kTa = "ت", kAyn = "ع", kAlef = "ا";

bool is_vowel_letter(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// Takes out the words that `drop` names, unless all are; a comma behind one stays.
template <class Drop>
void drop_words(std::vector<NameWord>& words, Drop drop) {
  std::vector<NameWord> left;
  for (const auto& word : words) {
    if (!drop(word.folded))
      left.push_back(word);
    else if (word.comma && !left.empty())
      left.back().comma = true;
  }
  if (!left.empty()) words = std::move(left);
}

bool joins_only(std::string_view folded) {
  return is_filiation(folded) || is_joiner(folded) || is_stop_word(folded);
}

NamePart part_of(const NameWord& word) {
  NamePart part;
  part.text = word.text;
  part.initial = word.folded.size() == 1;
  const bool is_plain = word.text.size() == word.folded.size();  // "Sa'd" is not "sad"
  part.common =
      is_body_word(word.folded) || (!word.after_article && is_plain &&
                                    is_english_word(word.folded) && !is_given_name(word.folded));
  if (const auto rest = behind_servant(word.folded); !rest.empty()) {
    part.servant = true;
    part.text = rest;
  } else if (const auto name = behind_kunya(word.folded); !name.empty()) {
    part.kunya = true;
    part.text = name;
  } else if (is_short_for_muhammad(word.folded)) {
    part.text = "Muhammad";
  }
  return part;
}

/// "Allah" and "al-Din" behind another word: their Arabic forms are those that sound like the Latin
/// ones when they are part of a word.
std::string_view compound_end(const NameWord& word) {
  if (word.folded == "الله") return "له";
  if (word.folded == "الدين") return "دين";
  return word.folded;
}

void append_arabic_readings(const std::string& text, std::vector<NameSounds>& sounds) {
  const auto without_last = [&](std::string_view last) {
    return text.substr(0, text.size() - last.size());
  };
  // In the middle of a name the feminine ending is spoken as t.
  if (text.ends_with(kTaMarbuta))
    sounds.push_back(name_sounds(without_last(kTaMarbuta).append(kTa)));
  // The w of "الشنباوي" (Shanbawi) is heard only where the ending is not read as an i.
  for (const std::string_view ya : {"ى", "ی", "ي"})
    if (text.ends_with(ya) && text.size() > 2 * ya.size())
      sounds.push_back(name_sounds(without_last(ya).append(kAlef)));
  if (text.ends_with(kAyn) && text.size() > 2 * kAyn.size()) {
    sounds.push_back(name_sounds(without_last(kAyn)));
    sounds.push_back(name_sounds(without_last(kAyn).append(kAlef)));
  }
}

void append_latin_readings(const std::string& text, std::vector<NameSounds>& sounds) {
  constexpr std::size_t kShortestWithArticle = 6;
  const auto folded = fold_name(text);
  // The h of "Saleh" is spoken, that of "Hamzah" is not.
  if (folded.ends_with("ah") || folded.ends_with("eh") || folded.ends_with("ih"))
    sounds.push_back(name_sounds(folded + "a"));
  if ((folded.starts_with("al") || folded.starts_with("el")) &&
      folded.size() >= kShortestWithArticle && !is_vowel_letter(folded[2]) && folded[2] != 'l')
    sounds.push_back(name_sounds(folded.substr(2)));  // "Alnaimi"
}

void add_readings(NamePart& part) {
  part.sounds.push_back(name_sounds(part.text));
  if (part.sounds.front().arabic)
    append_arabic_readings(part.text, part.sounds);
  else
    append_latin_readings(part.text, part.sounds);
}

/// "H." may be "Hamad", but that is no evidence for it.
PartAgreement compare_initials(const NamePart& a, const NamePart& b) {
  constexpr double kPerhaps = 0.7;
  const auto& x = a.sounds.front().sounds;
  const auto& y = b.sounds.front().sounds;
  if (x.empty() || y.empty() || x.front() != y.front()) return {};
  if (a.initial && b.initial) return {PartAgreement::Kind::same, 1};
  return {PartAgreement::Kind::alike, kPerhaps};
}

std::size_t consonants(std::string_view sounds) {
  constexpr std::string_view kOthers = "aiuE";  // vowels and ayn
  return static_cast<std::size_t>(std::count_if(sounds.begin(), sounds.end(), [&](char sound) {
    return kOthers.find(sound) == kOthers.npos;
  }));
}

/// "Ala" and "Ali": the last vowel, which the sounds do not have, tells short names apart.
bool end_differently(const std::string& a, const std::string& b) {
  const auto front_vowel = [](const std::string& text) {
    return text.ends_with('i') || text.ends_with('y') || text.ends_with("ee") ||
           text.ends_with("ي");  // Persian and Egyptian ya may be either
  };
  const auto open_vowel = [](const std::string& text) {
    return text.ends_with('a') || text.ends_with("ah") || text.ends_with("ا") ||
           text.ends_with("اء");
  };
  return (front_vowel(a) && open_vowel(b)) || (open_vowel(a) && front_vowel(b));
}

/// How alike parts must be; the fewer consonants, the less they say.
double floor_of(std::size_t consonants) {
  return consonants < 2 ? 0.9 : consonants < 3 ? 0.82 : 0.76;
}
constexpr double kAlikeFloor = 0.55;

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}
bool ends_in_nisba(std::string_view text) {
  return ends_with_any(text, {"i", "y", "ee", "ي", "ی"});
}
bool ends_in_vowel(std::string_view text) {
  return ends_with_any(text, {"a", "e", "i", "o", "u", "y", "h", "ا", "ي", "ی", "ى", "ة", "ه", "و",
                              "ێ", "ۆ", "ە", "ے"});
}

}  // namespace

NameParts name_parts(std::string_view name) {
  auto words = name_words(name);
  drop_words(words, is_title);
  drop_words(words, joins_only);
  NameParts result;
  auto& parts = result.parts;
  bool servant = false, kunya = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    const bool last = i + 1 == words.size() || word.comma;
    if (!last && is_servant(word.folded)) {
      servant = true;
      continue;
    }
    if (!last && is_kunya(word.folded)) {
      kunya = true;
      continue;
    }
    if (!servant && !kunya && !parts.empty() && !words[i - 1].comma && ends_compound(word.folded)) {
      parts.back().text += compound_end(word);
    } else {
      if (parts.size() == kMaxNameParts) break;
      parts.push_back(part_of(word));
      auto& part = parts.back();
      part.servant |= servant;
      part.kunya |= kunya;
      if (servant && ends_compound(word.folded) && word.folded.find('d') == word.folded.npos)
        part.text = behind_servant("abdallah");
    }
    servant = kunya = false;
    if (word.comma && result.before_comma == 0 && i + 1 < words.size())
      result.before_comma = parts.size();
  }
  for (auto& part : parts) add_readings(part);
  return result;
}

std::vector<std::string> part_keys(const NamePart& part) {
  return transliteration_keys(part.text).skeletons;
}

PartAgreement compare(const NamePart& a, const NamePart& b) {
  if (a.kunya != b.kunya) return {};
  if (a.initial || b.initial) return compare_initials(a, b);
  double best = 0;
  std::size_t length = 0;
  for (const auto& x : a.sounds)
    for (const auto& y : b.sounds)
      if (const auto alike = name_similarity(x, y); alike > best) {
        best = alike;
        length = std::min(consonants(x.sounds), consonants(y.sounds));
      }
  if (length < 2 && (a.servant != b.servant || end_differently(a.text, b.text))) return {};
  if (best >= floor_of(length)) return {PartAgreement::Kind::same, best};
  if (best >= kAlikeFloor) return {PartAgreement::Kind::alike, best};
  return {};
}

bool is_named_for(const NamePart& a, const NamePart& b) {
  const auto is_from = [](const std::string& person, const std::string& place) {
    return ends_in_nisba(person) && !ends_in_vowel(place);
  };
  return is_from(a.text, b.text) || is_from(b.text, a.text);
}

}  // namespace furat::analysis
