#include "analysis/dates/year_hints.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_words.hpp"
#include "analysis/dates/timex_values.hpp"
#include "analysis/text/sentences.hpp"

namespace furat::analysis::dates {

namespace {

constexpr int kOldestAnniversary = 999;

Word word_at(const TokenizedText& passage, std::size_t i) {
  return word_entry(passage.folded(i)).word;
}

/// What the word at `i` tells; "will be held" is one with "will". Reporting verbs tell nothing of
/// the time of what was said.
Tense tense_of_word(const TokenizedText& passage, std::size_t i) {
  const WordEntry entry = word_entry(passage.folded(i));
  if (passage[i].gap == Gap::hyphen) return Tense::unclear;  // "better-than-expected"
  if (is_one_of(entry.word, {Word::will, Word::next, Word::coming})) return Tense::ahead;
  const bool regular =
      entry.word == Word::none && !passage[i].upper_initial && is_regular_past(passage.folded(i));
  const bool past =
      entry.word == Word::past_verb || (entry.word == Word::lasts && entry.value == kPast);
  if (!past && !regular) return Tense::unclear;
  return i > 0 && word_at(passage, i - 1) == Word::be ? Tense::unclear : Tense::past;
}

/// The tokens [begin, end) of one sentence and its expressions.
struct Sentence {
  const TokenizedText& passage;
  std::size_t begin, end;
  std::span<Expression> expressions;
};

/// "the second anniversary", "the two-year anniversary"
std::optional<int> years_of_anniversary(const TokenizedText& passage, std::size_t anniversary,
                                        std::size_t begin) {
  constexpr std::size_t kMostDigits = 3, kMostWordsBack = 2;
  for (std::size_t back = 1; back <= kMostWordsBack && anniversary >= begin + back; ++back) {
    const std::string_view before = passage.folded(anniversary - back);
    const WordEntry word = word_entry(before);
    if (word.kind == Kind::ordinal || word.kind == Kind::number) return word.value;
    int value = 0;
    std::size_t digits = 0;
    for (; digits < before.size() && before[digits] >= '0' && before[digits] <= '9'; ++digits)
      if (digits < kMostDigits) value = value * 10 + (before[digits] - '0');
    if (digits > 0 && digits <= kMostDigits) return value;
  }
  return std::nullopt;
}

/// The first date with a year behind `position`: that of what the anniversary is of.
const Expression* stated_behind(const Sentence& sentence, std::uint32_t position) {
  for (const Expression& expression : sentence.expressions)
    if (expression.form == Form::point && expression.point.year &&
        expression.span.begin > position && expression.point.unit <= Unit::year)
      return &expression;
  return nullptr;
}

/// "On 15 March, the second anniversary of the uprising of March 2011": 2013. Only the first
/// anniversary of a sentence counts, so that the cost is linear.
void mark_anniversary(const Sentence& sentence) {
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (sentence.passage.folded(i) != "anniversary") continue;
    const auto years = years_of_anniversary(sentence.passage, i, sentence.begin);
    if (!years || *years <= 0 || *years > kOldestAnniversary) continue;
    const Expression* event = stated_behind(sentence, sentence.passage[i].span.begin);
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
    if (const Tense tense = tense_of_word(sentence.passage, i - 1); tense != Tense::unclear)
      return tense;
  for (std::size_t i = end; i < sentence.end && i - end < kFarthest; ++i)
    if (const Tense tense = tense_of_word(sentence.passage, i); tense != Tense::unclear)
      return tense;
  return Tense::unclear;
}

/// "in September 2014 and in October": a conjunction before it, prepositions at most between.
bool is_coordinated(const Sentence& sentence, std::size_t begin) {
  constexpr std::size_t kMostPrepositions = 3;
  for (std::size_t k = 0; k <= kMostPrepositions && begin > sentence.begin + k; ++k) {
    const Word word = word_at(sentence.passage, begin - k - 1);
    if (word == Word::and_ || word == Word::then) return true;
    if (!is_one_of(word, {Word::by, Word::during, Word::early, Word::in, Word::late, Word::mid,
                          Word::on, Word::the}))
      return false;
  }
  return false;
}

bool lacks_year(const Expression& expression) {
  const CalendarPoint& point = expression.form == Form::range ? expression.until : expression.point;
  return expression.reference == Reference::window && !point.year;
}

bool any_lacks_year(std::span<const Expression> expressions) {
  return std::any_of(expressions.begin(), expressions.end(), lacks_year);
}

/// The first token of the sentence from `from` on that does not begin before `byte`.
std::size_t token_at(const Sentence& sentence, std::size_t from, std::uint32_t byte) {
  while (from < sentence.end && sentence.passage[from].span.begin < byte) ++from;
  return from;
}

void mark_sentence(const Sentence& sentence, int number) {
  std::size_t token = sentence.begin;
  for (Expression& expression : sentence.expressions) {
    expression.hints.sentence = number;
    token = token_at(sentence, token, expression.span.begin);
    if (!lacks_year(expression)) continue;
    expression.hints.tense =
        tense_at(sentence, token, token_at(sentence, token, expression.span.end));
    expression.hints.coordinated = is_coordinated(sentence, token);
  }
  mark_anniversary(sentence);
}

}  // namespace

void mark_year_hints(const TokenizedText& passage, Expressions& expressions) {
  if (!any_lacks_year(expressions)) return;
  std::size_t token = 0, expression = 0;
  int number = 0;
  for (const ByteSpan sentence : sentences(passage.text())) {
    const std::size_t first_token = token, first = expression;
    while (token < passage.size() && passage[token].span.begin < sentence.end) ++token;
    while (expression < expressions.size() && expressions[expression].span.begin < sentence.end)
      ++expression;
    if (expression > first)
      mark_sentence(
          {passage, first_token, token, std::span(expressions).subspan(first, expression - first)},
          number);
    ++number;
  }
}

}  // namespace furat::analysis::dates
