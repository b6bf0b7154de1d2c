#include "analysis/names/latin_spelling.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/names/unicode_forms.hpp"
#include "analysis/text/utf8.hpp"

namespace furat::analysis {
namespace {

constexpr char32_t kSmallCedillaS = 0x15F;

/// Letters that say more than their decomposition.
struct Letter {
  char32_t code;
  std::string_view sound;
};
constexpr std::array kLetters{
    Letter{0xDF, "ss"},   Letter{0xE4, "a"},    Letter{0xE6, "e"},    Letter{0xE7, "tch"},
    Letter{0xEA, "e"},    Letter{0xEE, "i"},    Letter{0xF4, "o"},    Letter{0xF6, "o"},
    Letter{0xF8, "o"},    Letter{0xFB, "u"},    Letter{0xFC, "u"},    Letter{0x10D, "tch"},
    Letter{0x111, "d"},   Letter{0x11D, "j"},   Letter{0x11F, "gh"},  Letter{0x121, "gh"},
    Letter{0x131, "i"},   Letter{0x135, "j"},   Letter{0x142, "l"},   Letter{0x153, "o"},
    Letter{0x161, "sh"},  Letter{0x17C, "zh"},  Letter{0x17E, "zh"},  Letter{0x1E7, "j"},
    Letter{0x219, "sh"},  Letter{0x259, "e"},   Letter{0x1E0F, "dh"}, Letter{0x1E21, "gh"},
    Letter{0x1E2B, "kh"}, Letter{0x1E35, "kh"}, Letter{0x1E5F, "r"},  Letter{0x1E6F, "th"},
    Letter{0x1E96, "kh"},
};

std::optional<std::string_view> sound_of(char32_t c) {
  const auto* found =
      std::lower_bound(kLetters.begin(), kLetters.end(), c,
                       [](const Letter& l, char32_t code) { return l.code < code; });
  if (found == kLetters.end() || found->code != c) return std::nullopt;
  return found->sound;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0xB4 || (c >= 0x2B9 && c <= 0x2BF) || c == 0x2C8 ||
         c == 0x2018 || c == 0x2019 || c == 0x2032 || c == 0x200C || c == 0x200E || c == 0x200F;
}

/// Letters that say: c is j, and s with cedilla is sh.
bool is_turkish(char32_t c) {
  constexpr std::u32string_view kTurkish = U"ığçêîûöü";
  return kTurkish.find(c) != kTurkish.npos;
}

/// Letters of the romanisation of maps (BGN/PCGN), where s with cedilla is an emphatic s.
bool is_of_maps(char32_t c) {
  constexpr std::u32string_view kMaps = U"āīūḩţḑ";
  return kMaps.find(c) != kMaps.npos;
}

std::u32string decoded(std::string_view name) {
  std::u32string out;
  for (std::size_t i = 0; i < name.size() && out.size() < kMaxNameLetters;)
    out += next_code_point(name, i);
  return out;
}

bool is_ascii_only(const std::u32string& letters) {
  return std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c < 0x80; });
}

bool is_lower(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFF && c != 0xF7);
}
bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c == 0x130) return 'i';
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

/// Collects the words letter by letter.
class Words {
 public:
  void add(std::string_view letters) {
    for (const char c : letters) add(c);
  }
  void add(char c) {
    if (!open_) words_.emplace_back();
    open_ = true;
    words_.back() += c;
  }
  void separate() { open_ = false; }
  std::vector<std::string> take() { return std::move(words_); }

 private:
  std::vector<std::string> words_;
  bool open_ = false;
};

/// What is left of a letter without its marks.
void add_without_marks(char32_t c, Words& words) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) != 0 || !nfkd->getDecomposition(static_cast<UChar32>(c), parts))
    parts = icu::UnicodeString(static_cast<UChar32>(c));
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const auto part = parts.char32At(i);
    if (u_getCombiningClass(part) != 0) continue;
    if (part >= 'a' && part <= 'z')
      words.add(static_cast<char>(part));
    else
      words.separate();
  }
}

struct Article {
  std::string_view word;
  char before;  ///< first letter of the next word that it is assimilated to; 0: any
};
constexpr std::array kArticles{
    Article{"al", 0},    Article{"el", 0},     Article{"il", 0},    Article{"ul", 0},
    Article{"ol", 0},    Article{"l", 0},      Article{"ehl", 0},   Article{"as", 's'},
    Article{"es", 's'},  Article{"us", 's'},   Article{"is", 's'},  Article{"os", 's'},
    Article{"ehs", 's'}, Article{"ash", 's'},  Article{"esh", 's'}, Article{"ish", 's'},
    Article{"ush", 's'}, Article{"ehsh", 's'}, Article{"ach", 'c'}, Article{"ech", 'c'},
    Article{"ad", 'd'},  Article{"ed", 'd'},   Article{"ud", 'd'},  Article{"id", 'd'},
    Article{"adh", 'd'}, Article{"edh", 'd'},  Article{"adz", 'd'}, Article{"ar", 'r'},
    Article{"er", 'r'},  Article{"ur", 'r'},   Article{"ir", 'r'},  Article{"ehr", 'r'},
    Article{"an", 'n'},  Article{"en", 'n'},   Article{"un", 'n'},  Article{"in", 'n'},
    Article{"ehn", 'n'}, Article{"enn", 'n'},  Article{"at", 't'},  Article{"et", 't'},
    Article{"ut", 't'},  Article{"it", 't'},   Article{"ath", 't'}, Article{"eth", 't'},
    Article{"az", 'z'},  Article{"ez", 'z'},   Article{"uz", 'z'},  Article{"iz", 'z'},
    Article{"ehz", 'z'}, Article{"all", 'l'},  Article{"ell", 'l'},
};

bool is_article_before(std::string_view word, std::string_view next) {
  const auto* found = std::find_if(kArticles.begin(), kArticles.end(),
                                   [&](const Article& a) { return a.word == word; });
  if (found == kArticles.end()) return false;
  const char first = next.front() == kAmbiguousCedilla ? 's' : next.front();
  return found->before == 0 || found->before == first;
}

/// Words that say what a place is, in names of maps and registers.
bool is_generic(std::string_view word) {
  static constexpr std::array<std::string_view, 28> kGeneric{
      "madinat",   "medinat",   "madinah",   "qaryat",   "qariyat",  "nahiyat",     "nahiyah",
      "nahiya",    "nahia",     "markaz",    "merkez",   "qada",     "qadha",       "kaza",
      "muhafazat", "mohafazat", "mohafazah", "mintaqat", "district", "subdistrict", "governorate",
      "province",  "city",      "town",      "village",  "of",       "the",         "i"};
  return word == "e" || word == "u" ||
         std::find(kGeneric.begin(), kGeneric.end(), word) != kGeneric.end();
}

/// Words that are spelled too differently for their letters to tell.
std::string_view usual_form(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kAbu{"abu", "abou", "ebu",  "abo", "abi",
                                                        "bou", "albu", "albo", "elbu"};
  if (std::find(kAbu.begin(), kAbu.end(), word) != kAbu.end()) return "bu";
  if (word == "boukamal") return "bukamal";
  if (word == "mohammad") return "muhammad";
  return word;
}

bool is_abu(std::string_view word) { return word == "abu" || word == "bu" || word == "abou"; }

}  // namespace

LatinSpelling latin_spelling(std::string_view name) {
  auto letters = decoded(name);
  if (!is_ascii_only(letters)) letters = composed(letters);
  LatinSpelling spelling;
  bool of_maps = false;
  for (const auto c : letters) {
    if (c < 0x80) continue;
    spelling.turkish |= is_turkish(lower(c));
    of_maps |= is_of_maps(lower(c));
  }
  Words words;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i > 0 && is_lower(letters[i - 1]) && is_capital(letters[i])) words.separate();
    const auto c = lower(letters[i]);
    if (is_apostrophe(c)) continue;
    if (c == 'x')
      words.add("kh");
    else if (c >= 'a' && c <= 'z')
      words.add(static_cast<char>(c));
    else if (c < 0x80)
      words.separate();
    else if (c == kSmallCedillaS && spelling.turkish)
      words.add("sh");
    else if (c == kSmallCedillaS)
      words.add(of_maps ? 's' : kAmbiguousCedilla);
    else if (const auto sound = sound_of(c))
      words.add(*sound);
    else
      add_without_marks(c, words);
  }
  spelling.words = words.take();
  return spelling;
}

std::vector<std::string> core_words(const std::vector<std::string>& words) {
  std::vector<std::string> without_articles;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (!last && is_article_before(words[i], words[i + 1])) continue;
    if (!last && words[i] == "al" && is_abu(words[i + 1])) continue;
    without_articles.emplace_back(usual_form(words[i]));
  }
  std::vector<std::string> core;
  for (const auto& word : without_articles)
    if (!is_generic(word)) core.push_back(word);
  return core.empty() ? without_articles : core;
}

}  // namespace furat::analysis
