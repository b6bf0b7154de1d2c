#include "analysis/actors/surnames.hpp"

#include <algorithm>

#include "analysis/actors/actor_words.hpp"
#include "analysis/lexicon/word_list.hpp"
#include "analysis/places/place_cues.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

bool may_be_given_name(const TokenizedText& text, std::size_t i) {
  const auto word = text.folded(i);
  if (!text[i].upper_initial || text[i].possessive || is_stop_word(word)) return false;
  if (place_word(word).is(kTitle | kMonth)) return false;
  if (actor_word(word).is(kRank | kOffice | kOfficeModifier | kPersonNoun)) return false;
  const bool opens_sentence = i == 0 || text[i].gap == Gap::punctuation;
  return !(opens_sentence && is_english_word(word) && !is_given_name(word));
}

bool is_article_of(const TokenizedText& text, std::size_t i, std::size_t name) {
  return is_article(text.folded(i)) && i + 1 == name &&
         (text[name].gap == Gap::hyphen || text.folded(i) == "al");
}

bool begins_other_name(const TokenizedText& text, std::size_t i) {
  const auto next = i + 1;
  return next < text.size() && text[next].gap == Gap::space && !text[i].possessive &&
         text[next].upper_initial && !text[next].all_upper && !is_stop_word(text.folded(next)) &&
         !in_capitalised_line(text, i);
}

}  // namespace

bool ends_other_name(const TokenizedText& text, std::size_t i) {
  auto first = i;
  if (first > 0 && is_article_of(text, first - 1, first)) --first;
  return first > 0 && text[first].gap == Gap::space && may_be_given_name(text, first - 1) &&
         !in_capitalised_line(text, i);
}

bool stands_as_surname(const TokenizedText& text, std::size_t i) {
  return text[i].upper_initial && !begins_other_name(text, i);
}

}  // namespace furat::analysis
