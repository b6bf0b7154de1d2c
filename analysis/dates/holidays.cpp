// Holidays with a fixed day of the year: "Christmas 2007", "New Year's Eve".
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

struct Holiday {
  int month = 0;
  int day = 0;
  std::size_t end = 0;
};

bool is_day_word(const Lexeme& word) {
  return word.kind == Kind::unit && word.value == static_cast<int>(Unit::day) && !word.plural;
}

/// "White Christmas", "Lunar New Year"
bool in_name(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& before = lexemes.before(i);
  return before.kind == Kind::other && before.capital && lexemes[i].link == Link::space;
}

std::optional<Holiday> christmas_at(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].word != Word::christmas || !lexemes[i].capital || in_name(lexemes, i))
    return std::nullopt;
  const Lexeme& next = lexemes[i + 1];
  const bool joined = next.link == Link::space;
  if (joined && next.word == Word::eve) return Holiday{12, 24, i + 2};
  return Holiday{12, 25, joined && is_day_word(next) && next.capital ? i + 2 : i + 1};
}

std::optional<Holiday> new_year_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  const bool capital = at.peek().capital;
  const Lexeme &year = at.peek(1), &day = at.peek(2);
  if (!capital || in_name(lexemes, i) || !at.take(Word::new_) || year.kind != Kind::unit ||
      !year.capital || year.value != static_cast<int>(Unit::year) || year.link != Link::space)
    return std::nullopt;
  const bool joined = day.link == Link::space;
  if (joined && day.word == Word::eve) return Holiday{12, 31, i + 3};
  return Holiday{1, 1, joined && is_day_word(day) ? i + 3 : i + 2};
}

}  // namespace

std::optional<Expression> holiday_at(const Lexemes& lexemes, std::size_t i) {
  auto holiday = christmas_at(lexemes, i);
  if (!holiday) holiday = new_year_at(lexemes, i);
  if (!holiday) return std::nullopt;
  const YearSuffix year = year_suffix_at(lexemes, holiday->end);
  Expression out = expression_over(lexemes, i, year.end, "date.holiday");
  out.point = {.unit = Unit::day, .month = holiday->month, .day = holiday->day};
  year.apply_to(out);
  return out;
}

}  // namespace furat::analysis::dates
