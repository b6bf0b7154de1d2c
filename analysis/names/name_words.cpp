#include "analysis/names/name_words.hpp"

#include <algorithm>
#include <array>

#include "analysis/text/fold.hpp"
#include "analysis/text/utf8.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kMaxWords = 16;
constexpr std::string_view kAllah = "Allah";

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_vowel_letter(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// Hyphens and dashes, brackets, full stops and slashes.
bool separates(char32_t c) {
  constexpr std::u32string_view kSeparators = U" \t\n\r-./()[]\u00A0\u2010\u2011\u2012\u2013";
  return kSeparators.find(c) != kSeparators.npos;
}
bool is_comma(char32_t c) { return c == U',' || c == U'\u060C'; }

/// "Llah" and the like behind "Abdu".
bool is_allah(std::string_view folded) {
  static constexpr std::array<std::string_view, 8> kWords{"allah", "llah", "lah",  "la",
                                                          "lla",   "alah", "الله", "له"};
  return among(kWords, folded);
}

class WordGatherer {
 public:
  void add(std::string_view bytes) { word_ += bytes; }
  void close() {
    auto folded = fold_name(word_);
    if (!folded.empty()) {
      const bool after_article = !words_.empty() && is_article(words_.back().folded);
      words_.push_back({word_, std::move(folded), false, after_article});
    }
    word_.clear();
  }
  void mark_comma() {
    if (!words_.empty()) words_.back().comma = true;
  }
  [[nodiscard]] bool full() const { return words_.size() == kMaxWords; }
  [[nodiscard]] std::vector<NameWord> take() { return std::move(words_); }

 private:
  std::vector<NameWord> words_;
  std::string word_;
};

}  // namespace

std::vector<NameWord> name_words(std::string_view name) {
  WordGatherer words;
  for (std::size_t i = 0; i < name.size() && !words.full();) {
    const auto begin = i;
    const auto c = next_code_point(name, i);
    if (!separates(c) && !is_comma(c)) {
      words.add(name.substr(begin, i - begin));
      continue;
    }
    words.close();
    if (is_comma(c)) words.mark_comma();
  }
  if (!words.full()) words.close();
  return words.take();
}

bool is_title(std::string_view folded) {
  static constexpr std::array<std::string_view, 64> kLatin{
      "mr",      "mrs",     "ms",         "dr",        "doctor",    "prof",      "professor",
      "sir",     "sheikh",  "shaykh",     "shaikh",    "sheik",     "cheikh",    "shaik",
      "shekh",   "haji",    "hajji",      "hadji",     "hajj",      "haj",       "hadj",
      "alhaj",   "mullah",  "mulla",      "molla",     "mollah",    "molah",     "maulawi",
      "mawlawi", "maulavi", "moulavi",    "maulvi",    "molvi",     "moulvi",    "mawlana",
      "maulana", "qari",    "kari",       "ustad",     "ustadh",    "ustaz",     "imam",
      "general", "gen",     "colonel",    "col",       "major",     "maj",       "captain",
      "capt",    "lt",      "lieutenant", "brigadier", "commander", "ayatollah", "president",
      "prince",  "king",    "sahib",      "saheb",     "sahab",     "akhund",    "akhond",
      "akhound"};
  static constexpr std::array<std::string_view, 18> kArabic{
      "شيخ",  "الشيخ", "حاج",   "الحاج",   "حاجي",  "حاجی",    "ملا",  "مولوي", "مولوی",
      "قاري", "قاری",  "دكتور", "الدكتور", "استاذ", "الاستاذ", "صاحب", "اخوند", "المولوي"};
  return among(kLatin, folded) || among(kArabic, folded);
}

bool is_filiation(std::string_view folded) {
  static constexpr std::array<std::string_view, 13> kWords{"bin",   "ben",  "ibn",   "bint", "ould",
                                                           "oulad", "wuld", "walad", "wald", "بن",
                                                           "ابن",   "بنت",  "ولد"};
  return among(kWords, folded);
}

bool is_joiner(std::string_view folded) {
  static constexpr std::array<std::string_view, 14> kWords{
      "un", "us", "uz", "ur", "ul", "i", "e", "ee", "l", "de", "du", "des", "et", "و"};
  return is_article(folded) || among(kWords, folded);
}

bool is_servant(std::string_view folded) {
  static constexpr std::array<std::string_view, 15> kWords{
      "abd",   "abdul", "abdal", "abdel", "abdol", "abdool", "abdoul", "abdur",
      "abder", "abdus", "abdes", "abdu",  "abdud", "abdil",  "عبد"};
  return among(kWords, folded);
}

bool is_kunya(std::string_view folded) {
  static constexpr std::array<std::string_view, 13> kWords{
      "abu", "abou", "ebu", "abo", "abi", "abul", "aboul", "umm", "oum", "um", "ابو", "ابي", "ام"};
  return among(kWords, folded);
}

bool ends_compound(std::string_view folded) {
  static constexpr std::array<std::string_view, 16> kWords{
      "allah", "ullah", "ollah", "ulla",  "lah",   "din",    "eddin", "uddin",
      "dine",  "deen",  "الله",  "الدين", "eldin", "eldine", "aldin", "eldeen"};
  return among(kWords, folded);
}

bool is_body_word(std::string_view folded) {
  static constexpr std::array<std::string_view, 43> kWords{
      "jamaat",  "jamaah", "jamaa",   "jemaah", "jemaa",   "gamaa",   "djamaat", "djamat",
      "jamaiat", "jamiat", "jamiyat", "jamia",  "jamiyah", "harakat", "haraket", "harakah",
      "jabhat",  "jabhet", "jabha",   "tanzim", "tanzeem", "katibat", "katiba",  "liwa",
      "jaysh",   "jaish",  "hizb",    "hezb",   "ansar",   "lashkar", "جماعه",   "جمعيه",
      "حركه",    "جبهه",   "تنظيم",   "كتيبه",  "لواء",    "جيش",     "حزب",     "انصار",
      "شبكه",    "شركه",   "مؤسسه"};
  constexpr std::string_view kArticle = "ال";
  if (folded.starts_with(kArticle)) folded.remove_prefix(kArticle.size());
  return among(kWords, folded);
}

bool is_short_for_muhammad(std::string_view folded) {
  static constexpr std::array<std::string_view, 4> kWords{"mohd", "muhd", "muh", "md"};
  return among(kWords, folded);
}

std::string_view behind_servant(std::string_view folded) {
  constexpr std::string_view kAbd = "abd", kArabicAbd = "عبد", kArabicAbdal = "عبدال";
  constexpr std::size_t kTwoArabicLetters = 4;
  if (folded.starts_with(kArabicAbd) && is_allah(folded.substr(kArabicAbd.size()))) return kAllah;
  if (folded.starts_with(kArabicAbdal) && folded.size() >= kArabicAbdal.size() + kTwoArabicLetters)
    return folded.substr(kArabicAbdal.size());
  if (!folded.starts_with(kAbd) || folded.size() < 6) return {};
  const auto written = folded.substr(kAbd.size());
  if (is_allah(written)) return kAllah;
  auto rest = written;
  while (!rest.empty() && is_vowel_letter(rest.front())) rest.remove_prefix(1);
  if (is_allah(rest)) return kAllah;
  if (rest.size() < 3) return {};
  if (rest.size() == written.size()) return rest.size() > 3 ? rest : std::string_view();
  // The l of the article stands, or is doubled into the next letter: "Abdullatif", "Abdurrahman".
  const bool article = rest[0] == rest[1] || (rest[0] == 'l' && rest.size() > 3);
  return article ? rest.substr(1) : rest;
}

std::string_view behind_kunya(std::string_view folded) {
  constexpr std::size_t kShortest = 4;
  for (const std::string_view abu : {"abou", "abu"})
    if (folded.starts_with(abu) && folded.size() >= abu.size() + kShortest &&
        !is_vowel_letter(folded[abu.size()]))
      return folded.substr(abu.size());
  return {};
}

}  // namespace furat::analysis
