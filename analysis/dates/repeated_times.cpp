// Times that come back: "daily", "every Friday", "each year", "twice a week".
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

Expression repeated_over(const Lexemes& lexemes, std::size_t begin, std::size_t end, Unit unit,
                         int count) {
  Expression out = expression_over(lexemes, begin, end, "set");
  out.form = Form::repeated;
  out.count_unit = unit;
  out.count = count;
  return out;
}

/// Not "the Daily Telegraph"; "Daily flights" at the start of a sentence.
bool is_name(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &word = lexemes[i], &next = lexemes[i + 1];
  return word.capital && (next.capital || word.link == Link::space);
}

/// "every Friday", "each morning", "every two years", "every other day"
std::optional<Expression> every_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  if (!at.take(Word::every)) return std::nullopt;
  int count = 1;
  const Lexeme number = at.peek();
  if (number.kind == Kind::number && number.value > 0 && at.take(Kind::number))
    count = number.value;
  if (number.kind == Kind::ordinal && at.take(Kind::ordinal)) count = number.value;
  const Lexeme& what = at.peek();
  if (what.link != Link::space) return std::nullopt;
  const std::size_t end = at.position() + 1;
  if (what.kind == Kind::unit)
    return repeated_over(lexemes, i, end, static_cast<Unit>(what.value), count);
  if (what.kind == Kind::day_part) return repeated_over(lexemes, i, end, Unit::day, count);
  if (what.kind != Kind::weekday) return std::nullopt;
  Expression out = repeated_over(lexemes, i, end, Unit::week, count);
  out.point.day = what.value;
  return out;
}

/// What goes before "a day" in "10 dollars a day", "twice a week".
bool is_rated(const Lexeme& before) {
  return before.kind == Kind::quantity || before.plural_form || before.word == Word::twice ||
         before.percent || before.money || (before.kind == Kind::unit && before.plural);
}

std::optional<Expression> rate_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& unit = lexemes[i + 1];
  if (lexemes[i].word != Word::a || lexemes[i].link != Link::space || unit.link != Link::space ||
      unit.kind != Kind::unit || unit.plural || !is_rated(lexemes.before(i)))
    return std::nullopt;
  const auto kind = static_cast<Unit>(unit.value);
  const bool too_short = kind < Unit::day;  // "miles an hour"
  const Word tail = lexemes[i + 2].word;
  const bool shifted = is_one_of(tail, {Word::ago, Word::earlier, Word::later, Word::before,
                                        Word::after, Word::and_, Word::from, Word::of});
  if (too_short || shifted) return std::nullopt;
  return repeated_over(lexemes, i, i + 2, kind, 1);
}

}  // namespace

std::optional<Expression> repeated_time_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& word = lexemes[i];
  if (word.kind == Kind::frequency && !is_name(lexemes, i) && word.link != Link::dash)
    return repeated_over(lexemes, i, i + 1, static_cast<Unit>(word.value), 1);
  if (auto every = every_at(lexemes, i)) return every;
  return rate_at(lexemes, i);
}

}  // namespace furat::analysis::dates
