// A name in Latin letters, reduced to what matters for its sound: plain letters, by word, and which
// tradition of spelling they follow.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace furat::analysis {

/// Stands for an s with cedilla that may be a Turkish sh or an emphatic Arabic s; no name can hold
/// this byte itself.
inline constexpr char kAmbiguousCedilla = '\x01';

struct LatinSpelling {
  std::vector<std::string> words;  ///< of a-z and kAmbiguousCedilla, none empty
  bool turkish = false;            ///< has letters that only Turkish and Kurdish use: c is j
};

/// Letters with marks become what they stand for ("š" is "sh", "ğ" is "gh"), other marks and
/// apostrophes go, anything else separates words; a capital inside a word begins a new one
/// ("ezZor"). Takes any bytes and looks at the first kMaxNameLetters characters only.
[[nodiscard]] LatinSpelling latin_spelling(std::string_view name);

/// The words without articles ("ez" of "Deir ez-Zor") and words such as "governorate" or "Madinat";
/// all of them if nothing would be left. "Abu", "Abou" and "Albu" become "bu".
[[nodiscard]] std::vector<std::string> core_words(const std::vector<std::string>& words);

inline constexpr std::size_t kMaxNameLetters = 96;

}  // namespace furat::analysis
