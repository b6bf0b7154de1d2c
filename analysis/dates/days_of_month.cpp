// Days without their month: "on the 9th, or on the 10th", "by the 21st of that month", "Friday the
// 25th".
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

bool is_day(const Lexeme& word) {
  return word.kind == Kind::ordinal && word.digits > 0 && word.value >= 1 && word.value <= 31 &&
         word.link == Link::space;
}

bool joins_days(const Lexeme& word) {
  return word.link == Link::space && is_one_of(word.word, {Word::and_, Word::to});
}

/// The position of the day at `i`, perhaps behind "the"; none if there is none.
std::optional<std::size_t> day_at(const Lexemes& lexemes, std::size_t i) {
  const std::size_t at = lexemes[i].word == Word::the && lexemes[i].link == Link::space ? i + 1 : i;
  return is_day(lexemes[at]) ? std::optional(at) : std::nullopt;
}

/// Behind the last member of the list that goes on at `i`: "and 9th", "or the 10th".
std::size_t end_of_list(const Lexemes& lexemes, std::size_t i) {
  for (std::size_t members = 0; members < kMostMembers && joins_days(lexemes[i]); ++members) {
    const auto next = day_at(lexemes, i + 1);
    if (!next) break;
    i = *next + 1;
  }
  return i;
}

/// "of the month", "of that month"; the position behind it.
std::size_t after_month(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  const bool of = at.take(Word::of) && at.take_any({Word::the, Word::that});
  if (!of) return i;
  at.take(Word::same);
  const Lexeme& unit = at.peek();
  const bool month = unit.kind == Kind::unit && unit.value == static_cast<int>(Unit::month);
  return month && !unit.plural ? at.position() + 1 : i;
}

/// No noun follows that the number could belong to: "on the 3rd floor", "by the 2nd Division".
bool stands_for_day(const Lexemes& lexemes, std::size_t end) {
  const Lexeme& next = lexemes[end];
  if (next.link != Link::space || next.kind == Kind::end) return next.link != Link::dash;
  return next.kind == Kind::word && next.word != Word::of && next.word != Word::the &&
         next.word != Word::new_ && next.word != Word::numbered && next.word != Word::campaign;
}

bool introduces_day(const Lexeme& word) {
  return is_one_of(word.word, {Word::on, Word::by, Word::until, Word::from, Word::since,
                               Word::about, Word::before, Word::after, Word::between});
}

/// A preposition and "the" before the first member of the list that `i` is in.
bool is_introduced(const Lexemes& lexemes, std::size_t i) {
  for (std::size_t members = 0; members < kMostMembers && i > 1; ++members) {
    const bool article = lexemes[i].word == Word::the;
    const Lexeme& before = lexemes.before(i);
    if (article && introduces_day(before)) return true;
    const bool follows_day = joins_days(before) && is_day(lexemes[i - 2]);
    if (!follows_day) return false;
    i -= 2;
    if (lexemes.before(i).word == Word::the) --i;
  }
  return false;
}

/// Behind a weekday: "the 25th", ", the 25th", "25th".
std::optional<std::size_t> day_behind_weekday(const Lexemes& lexemes, std::size_t i) {
  const bool joined = lexemes[i].link == Link::space || lexemes[i].link == Link::comma;
  if (!joined) return std::nullopt;
  const std::size_t at = lexemes[i].word == Word::the ? i + 1 : i;
  return lexemes[at].link == Link::space && is_day(lexemes[at]) ? std::optional(at) : std::nullopt;
}

}  // namespace

std::optional<Expression> weekday_day_at(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].kind != Kind::weekday) return std::nullopt;
  const auto day = day_behind_weekday(lexemes, i + 1);
  if (!day || !stands_for_day(lexemes, *day + 1)) return std::nullopt;
  Expression out = expression_over(lexemes, i, *day + 1, "date.weekday-day");
  out.form = Form::day_of_month;
  out.point = {.unit = Unit::day, .day = lexemes[*day].value, .index = lexemes[i].value};
  return out;
}

std::optional<Expression> day_of_month_at(const Lexemes& lexemes, std::size_t i) {
  const auto day = day_at(lexemes, i);
  if (!day || !is_introduced(lexemes, i)) return std::nullopt;
  const std::size_t list_end = end_of_list(lexemes, *day + 1);
  const std::size_t tail = after_month(lexemes, list_end);
  if (tail == list_end && !stands_for_day(lexemes, list_end)) return std::nullopt;
  const std::size_t end = list_end == *day + 1 ? tail : *day + 1;
  Expression out = expression_over(lexemes, i, end, "date.day-of-month");
  out.form = Form::day_of_month;
  out.point = {.unit = Unit::day, .day = lexemes[*day].value};
  out.reference = Reference::text;
  return out;
}

}  // namespace furat::analysis::dates
