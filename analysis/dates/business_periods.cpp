// Periods as business reports name them: "the year-earlier quarter", "the same period last year",
// "the latest quarter", "fiscal 2012".
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

bool is_one(const Lexeme& word, Unit unit) { return is_unit(word, unit) && !word.plural; }

bool is_period(const Lexeme& word) {
  return word.link == Link::space &&
         (word.word == Word::period || is_one(word, Unit::quarter) || is_one(word, Unit::month));
}

Expression years_from_told(const Lexemes& lexemes, std::size_t begin, std::size_t end, int count) {
  Expression out = expression_over(lexemes, begin, end, "relative.same-period");
  out.form = Form::shift;
  out.reference = Reference::publication;
  out.count = count;
  out.count_unit = Unit::year;
  out.keeps_unit = true;
  return out;
}

/// "(the) year-earlier (quarter)", "year-ago"
std::optional<Expression> year_earlier_at(const Lexemes& lexemes, std::size_t i) {
  const bool article = is_one_of(lexemes[i].word, {Word::the, Word::a});
  const std::size_t at = i + (article ? 1 : 0);
  const Lexeme& shift = lexemes[at + 1];
  if (!is_one(lexemes[at], Unit::year) || shift.link != Link::dash ||
      !is_one_of(shift.word, {Word::earlier, Word::ago}))
    return std::nullopt;
  if (is_period(lexemes[at + 2])) return years_from_told(lexemes, i, at + 3, -1);
  return years_from_told(lexemes, at, at + 2, -1);
}

/// "last year", "a year ago", "a year earlier": the end of it, or `i`.
std::size_t after_year_before(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  const bool named = at.take_any({Word::last, Word::previous});
  const bool article = !named && at.take(Word::a);
  if ((!named && !article) || !is_one(at.peek(), Unit::year) || !at.spaced()) return i;
  at.advance();
  return named || at.take_any({Word::ago, Word::earlier, Word::before}) ? at.position() : i;
}

/// "the same quarter last year", "the same period of 2012"
std::optional<Expression> same_period_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  at.take(Word::the);
  if (!at.take(Word::same) || !is_period(at.peek())) return std::nullopt;
  at.advance();
  const std::size_t end = after_year_before(lexemes, at.position());
  if (end > at.position()) return years_from_told(lexemes, i, end, -1);
  if (!at.take_any({Word::of, Word::in}) || !is_year(lexemes, at.position())) return std::nullopt;
  Expression out = years_from_told(lexemes, i, at.position() + 1, 0);
  out.point = {.unit = Unit::year, .year = at.peek().value};
  return out;
}

/// "fiscal 2012", "the fiscal year 2012"
std::optional<Expression> fiscal_year_at(const Lexemes& lexemes, std::size_t i) {
  const std::size_t start = i + (lexemes[i].word == Word::the ? 1 : 0);
  if (lexemes[start].word != Word::fiscal) return std::nullopt;
  std::size_t at = start + 1;
  if (is_one(lexemes[at], Unit::year)) ++at;
  if (lexemes[at].link != Link::space) return std::nullopt;
  auto year = year_at(lexemes, at);
  if (!year) return std::nullopt;
  Expression out = expression_over(lexemes, i, year->end, "date.fiscal-year");
  out.point = year->point;
  out.flags = kApproximate;
  return out;
}

}  // namespace

std::optional<Expression> business_period_at(const Lexemes& lexemes, std::size_t i) {
  if (auto earlier = year_earlier_at(lexemes, i)) return earlier;
  if (auto same = same_period_at(lexemes, i)) return same;
  return fiscal_year_at(lexemes, i);
}

}  // namespace furat::analysis::dates
