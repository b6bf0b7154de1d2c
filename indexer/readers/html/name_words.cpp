#include "indexer/readers/html/name_words.hpp"

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

using analysis::is_ascii_lower;
using analysis::is_ascii_upper;

bool is_in_word(char c) { return analysis::is_letter_byte(c) || analysis::is_ascii_digit(c); }

/// True where a word begins within letters: "shareBar", "HTMLBody".
bool begins_word(std::string_view name, std::size_t i) {
  if (!is_ascii_upper(name[i])) return false;
  const bool before_lower = i + 1 < name.size() && is_ascii_lower(name[i + 1]);
  return is_ascii_lower(name[i - 1]) || (is_ascii_upper(name[i - 1]) && before_lower);
}

void end_word(std::vector<std::string>& words) {
  if (words.empty()) return;
  std::string& word = words.back();
  while (!word.empty() && analysis::is_ascii_digit(word.back())) word.pop_back();
  if (word.empty()) words.pop_back();
}

}  // namespace

void split_name(std::string_view name, std::vector<std::string>& words) {
  words.clear();
  bool in_word = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_in_word(c)) {
      in_word = false;
      continue;
    }
    if (!in_word || begins_word(name, i)) {
      end_word(words);
      words.emplace_back();
    }
    in_word = true;
    words.back() += analysis::lower_ascii(c);
  }
  end_word(words);
}

}  // namespace furat::indexer
