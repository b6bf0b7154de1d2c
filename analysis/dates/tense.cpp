#include "analysis/dates/tense.hpp"

#include "analysis/dates/cursor.hpp"

namespace furat::analysis::dates {

namespace {

/// "is to meet", "was to be held", "set for Friday"
bool is_arranged(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &word = lexemes[i], &before = lexemes.before(i);
  if (word.word == Word::to) return before.word == Word::be;
  if (word.word == Word::be) return before.word == Word::to;
  return word.word == Word::for_ && before.word == Word::set;
}

bool is_past_verb(const Lexeme& word) {
  return word.past_form || word.word == Word::past_verb ||
         (word.word == Word::lasts && word.value == kPast);
}

}  // namespace

Tense tense_of_word(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& word = lexemes[i];
  if (word.link == Link::dash && word.tight) return Tense::unclear;  // "better-than-expected"
  const bool will = is_one_of(word.word, {Word::will, Word::next, Word::coming});
  if (will || is_arranged(lexemes, i)) return Tense::ahead;
  if (!is_past_verb(word)) return Tense::unclear;
  return lexemes.before(i).word == Word::be ? Tense::unclear : Tense::past;  // "will be held"
}

bool lies_ahead(const Lexemes& lexemes, std::size_t i) {
  constexpr std::size_t kFarthest = 12;
  const bool term = is_one_of(lexemes.before(i).word, {Word::until, Word::by});
  for (std::size_t back = 1; back <= kFarthest && back <= i; ++back) {
    const std::size_t at = i - back;
    const Tense tense = tense_of_word(lexemes, at);
    if (tense == Tense::ahead) return true;
    const bool said = lexemes[at].word == Word::said && lexemes.before(at).word != Word::be;
    if (tense == Tense::past || said) return false;
    if (starts_sentence(lexemes[at])) return term;
  }
  return term;
}

}  // namespace furat::analysis::dates
