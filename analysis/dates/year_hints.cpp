#include "analysis/dates/year_hints.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/dates/cursor.hpp"
#include "analysis/dates/tense.hpp"
#include "analysis/dates/timex_values.hpp"
#include "analysis/text/sentences.hpp"

namespace furat::analysis::dates {

namespace {

constexpr int kOldestAnniversary = 999;

/// The lexemes [begin, end) of one sentence and its expressions.
struct Sentence {
  const Lexemes& lexemes;
  std::size_t begin, end;
  std::span<Expression> expressions;
};

/// "the second anniversary", "the two-year anniversary"
std::optional<int> years_of_anniversary(const Lexemes& lexemes, std::size_t anniversary,
                                        std::size_t begin) {
  constexpr std::size_t kMostWordsBack = 2;
  for (std::size_t back = 1; back <= kMostWordsBack && anniversary >= begin + back; ++back) {
    const Lexeme& word = lexemes[anniversary - back];
    if (word.kind == Kind::ordinal || word.kind == Kind::number) return word.value;
  }
  return std::nullopt;
}

/// The first date with a year behind `position`: that of what the anniversary is of.
const Expression* stated_behind(const Sentence& sentence, std::size_t position) {
  for (const Expression& expression : sentence.expressions)
    if (expression.form == Form::point && expression.point.year && expression.begin > position &&
        expression.point.unit <= Unit::year)
      return &expression;
  return nullptr;
}

/// "On 15 March, the second anniversary of the uprising of March 2011": 2013. Only the first
/// anniversary of a sentence counts, so that the cost is linear.
void mark_anniversary(const Sentence& sentence) {
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (sentence.lexemes[i].word != Word::anniversary) continue;
    const auto years = years_of_anniversary(sentence.lexemes, i, sentence.begin);
    if (!years || *years <= 0 || *years > kOldestAnniversary) continue;
    const Expression* event = stated_behind(sentence, i);
    if (!event) return;
    const int month = event->point.month;
    for (Expression& expression : sentence.expressions)
      if (month == 0 || expression.point.month == month)
        expression.hints.anniversary = shifted_year(*event->point.year, *years);
    return;
  }
}

/// Of the next word before the expression that tells one, else of the next behind it.
Tense tense_at(const Sentence& sentence, std::size_t begin, std::size_t end) {
  constexpr std::size_t kFarthest = 30;  // words; bounds the look in a sentence without verbs
  for (std::size_t i = begin; i > sentence.begin && begin - i < kFarthest; --i)
    if (const Tense tense = tense_of_word(sentence.lexemes, i - 1); tense != Tense::unclear)
      return tense;
  for (std::size_t i = end; i < sentence.end && i - end < kFarthest; ++i)
    if (const Tense tense = tense_of_word(sentence.lexemes, i); tense != Tense::unclear)
      return tense;
  return Tense::unclear;
}

/// "in September 2014 and in October": a conjunction before it, prepositions at most between.
bool is_coordinated(const Sentence& sentence, std::size_t begin) {
  constexpr std::size_t kMostPrepositions = 3;
  for (std::size_t k = 0; k <= kMostPrepositions && begin > sentence.begin + k; ++k) {
    const Word word = sentence.lexemes[begin - k - 1].word;
    if (word == Word::and_ || word == Word::then) return true;
    if (!is_one_of(word, {Word::by, Word::during, Word::early, Word::in, Word::late, Word::mid,
                          Word::on, Word::the}))
      return false;
  }
  return false;
}

bool any_lacks_year(std::span<const Expression> expressions) {
  return std::any_of(expressions.begin(), expressions.end(), lacks_year);
}

void mark_sentence(const Sentence& sentence, int number) {
  for (Expression& expression : sentence.expressions) {
    expression.hints.sentence = number;
    if (!lacks_year(expression)) continue;
    expression.hints.tense = tense_at(sentence, expression.begin, expression.end);
    expression.hints.coordinated = is_coordinated(sentence, expression.begin);
    expression.hints.term = sentence.lexemes.before(expression.begin).word == Word::by;
  }
  mark_anniversary(sentence);
}

}  // namespace

void mark_year_hints(const Lexemes& lexemes, std::string_view text, Expressions& expressions) {
  if (!any_lacks_year(expressions)) return;
  std::size_t lexeme = 0, expression = 0;
  int number = 0;
  for (const ByteSpan sentence : sentences(text)) {
    const std::size_t first_lexeme = lexeme, first = expression;
    while (lexeme < lexemes.size() && lexemes[lexeme].span.begin < sentence.end) ++lexeme;
    while (expression < expressions.size() && expressions[expression].span.begin < sentence.end)
      ++expression;
    if (expression > first)
      mark_sentence({lexemes, first_lexeme, lexeme,
                     std::span(expressions).subspan(first, expression - first)},
                    number);
    ++number;
  }
}

}  // namespace furat::analysis::dates
