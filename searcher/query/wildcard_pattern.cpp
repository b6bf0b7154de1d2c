#include "searcher/query/wildcard_pattern.hpp"

#include "analysis/text/tokenizer.hpp"

namespace furat {
namespace {

constexpr auto npos = std::string_view::npos;

std::size_t letter_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

}  // namespace

WildcardPattern::WildcardPattern(std::string_view typed) {
  // Punctuation around the word is no part of it.
  while (!typed.empty() && std::string_view("?!.,;:'").find(typed.back()) != npos)
    typed.remove_suffix(1);
  while (!typed.empty()) {
    const std::size_t sign = typed.find_first_of("*?");
    const std::string_view piece = typed.substr(0, sign);
    if (!piece.empty()) {
      const analysis::TokenizedText words = analysis::tokenize(piece);
      valid_ &= words.size() == 1 && words[0].span.size() == piece.size();
      if (words.size() != 0) folded_ += words.folded(0);
    }
    if (sign == npos) return;
    const bool repeats_star = typed[sign] == '*' && !folded_.empty() && folded_.back() == '*';
    if (!repeats_star) folded_ += typed[sign];
    typed.remove_prefix(sign + 1);
  }
}

std::string_view WildcardPattern::beginning() const {
  return std::string_view(folded_).substr(0, folded_.find_first_of("*?"));
}

bool WildcardPattern::matches(std::string_view word) const {
  const std::string_view pattern = folded_;
  std::size_t p = 0;
  std::size_t w = 0;
  std::size_t star = npos;  // where to go on if what follows the last star does not fit
  std::size_t retry = 0;
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = w;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      w += letter_size(word.substr(w));
    } else if (p < pattern.size() && pattern[p] == word[w]) {
      ++p;
      ++w;
    } else if (star != npos) {
      p = star + 1;
      retry += letter_size(word.substr(retry));
      w = retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace furat
