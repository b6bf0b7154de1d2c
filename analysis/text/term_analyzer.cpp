#include "analysis/text/term_analyzer.hpp"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace furat::analysis {
namespace {

struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

/// Beyond this many distinct words the cache starts anew, so that hostile input cannot fill the
/// memory.
constexpr std::size_t kMaxCachedStems = 200'000;

bool is_english_word(std::string_view token) {
  return std::all_of(token.begin(), token.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_arabic_word(std::string_view token) {
  const auto lead = static_cast<unsigned char>(token.front());
  return lead >= 0xD8 && lead <= 0xDB;
}

/// Letters of the basic Arabic block take two bytes each.
std::string_view light_stem(std::string_view token) {
  constexpr std::size_t kLetter = 2;
  for (const std::string_view prefix : {"وال", "بال", "كال", "فال", "لل", "ال"}) {
    if (token.starts_with(prefix) && token.size() >= prefix.size() + 2 * kLetter)
      return token.substr(prefix.size());
  }
  return token;
}

}  // namespace

struct TermAnalyzer::Cache {
  Xapian::Stem english{"english"};
  std::unordered_map<std::string, std::string, ViewHash, std::equal_to<>> stems;
};

TermAnalyzer::TermAnalyzer() : cache_(std::make_unique<Cache>()) {}
TermAnalyzer::~TermAnalyzer() = default;
TermAnalyzer::TermAnalyzer(TermAnalyzer&&) noexcept = default;
TermAnalyzer& TermAnalyzer::operator=(TermAnalyzer&&) noexcept = default;

std::string_view TermAnalyzer::stem(std::string_view folded_token) {
  if (folded_token.empty()) return folded_token;
  if (is_arabic_word(folded_token)) return light_stem(folded_token);
  if (!is_english_word(folded_token)) return folded_token;
  auto& stems = cache_->stems;
  if (const auto found = stems.find(folded_token); found != stems.end()) return found->second;
  if (stems.size() >= kMaxCachedStems) stems.clear();
  std::string word(folded_token);
  auto stemmed = cache_->english(word);
  return stems.emplace(std::move(word), std::move(stemmed)).first->second;
}

namespace {

bool is_english_stop_word(std::string_view folded_token) {
  static constexpr std::array<std::string_view, 36> kStopWords{
      "a",   "an",   "and",  "are", "as",    "at",   "be",   "but",  "by",  "for", "from", "had",
      "has", "have", "he",   "if",  "in",    "into", "is",   "it",   "its", "not", "of",   "on",
      "or",  "such", "that", "the", "their", "then", "they", "this", "to",  "was", "were", "with"};
  constexpr std::size_t kLongest = 5;
  return folded_token.size() <= kLongest &&
         std::binary_search(kStopWords.begin(), kStopWords.end(), folded_token);
}

/// Folded; without "على", which then is the name Ali.
bool is_arabic_stop_word(std::string_view folded_token) {
  static constexpr std::array<std::string_view, 40> kStopWords{
      "اذا", "التي", "الذي", "الذين", "الي", "ان",  "او",  "بعد", "بين", "تلك",
      "ثم",  "حتي",  "خلال", "ذلك",   "ضد",  "عبر", "عن",  "عند", "غير", "في",
      "قبل", "قد",   "كان",  "كانت",  "كل",  "كما", "لا",  "لدي", "لم",  "لن",
      "ما",  "مع",   "من",   "منذ",   "نحو", "هذا", "هذه", "هل",  "هو",  "هي"};
  static_assert(std::is_sorted(kStopWords.begin(), kStopWords.end()));
  return std::binary_search(kStopWords.begin(), kStopWords.end(), folded_token);
}

}  // namespace

bool is_stop_word(std::string_view folded_token) {
  return is_english_stop_word(folded_token) || is_arabic_stop_word(folded_token);
}

}  // namespace furat::analysis
