#include "analysis/lexicon/written_name.hpp"

#include <algorithm>

#include "analysis/text/fold.hpp"

namespace furat::analysis {

bool in_capitals(const TokenizedText& text, const Token& token) {
  if (token.all_upper) return true;
  if (!token.upper_initial || token.folded_size > 3) return false;
  const auto source = text.source(token);
  return std::none_of(source.begin(), source.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_stop_between(const TokenizedText& text, std::size_t i) {
  const auto begin = text[i - 1].span.end;
  const auto between = text.text().substr(begin, text[i].span.begin - begin);
  return !between.empty() && between.front() == '.' &&
         between.find_first_not_of(" \t\r\n", 1) == std::string_view::npos;
}

bool is_genitive_between(const TokenizedText& text, std::size_t i) {
  const auto begin = text[i - 1].span.end;
  auto between = text.text().substr(begin, text[i].span.begin - begin);
  // The apostrophe is part of the token before where it was cut off as a possessive's.
  const auto source = text.source(text[i - 1]);
  for (const std::string_view mark : {"'", "\u2019"}) {
    const bool inside = source.ends_with(mark);
    if (!inside && !between.starts_with(mark)) continue;
    if (!inside) between.remove_prefix(mark.size());
    return !between.empty() && text.folded(i - 1).ends_with('s') &&
           between.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }
  return false;
}

bool agrees_with_next(std::string_view article, std::string_view next) {
  return article.size() >= 2 && next.starts_with(article.substr(1));
}

bool is_article_token(const TokenizedText& text, std::size_t i) {
  constexpr std::size_t kLongestArticle = 3;
  const auto word = text.folded(i);
  if (word.size() > kLongestArticle || !is_article(word)) return false;
  return !(text[i].all_upper && word == "us");
}

bool begins_with_article(const TokenizedText& name) {
  if (name.size() < 2 || name[0].all_upper || !is_article(name.folded(0))) return false;
  return name[1].gap == Gap::hyphen || name.folded(0) == "al" ||
         agrees_with_next(name.folded(0), name.folded(1));
}

}  // namespace furat::analysis
