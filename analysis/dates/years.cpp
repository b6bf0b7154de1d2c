// Years, decades and centuries, and what looks like a year but counts or names something.
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

constexpr int kEarliestYear = 1000, kLatestYear = 2099;
constexpr int kEarliestPlain = 1700, kLatestPlain = 2035;  // believed without a preposition

/// A preposition that makes a number after it a point in time.
bool introduces_time(const Lexeme& word) {
  return word.kind == Kind::month || word.kind == Kind::season ||
         is_one_of(word.word, {Word::in, Word::since, Word::until, Word::during, Word::before,
                               Word::after, Word::by, Word::from, Word::early, Word::mid,
                               Word::late, Word::through, Word::between});
}

/// "more than 2000", "resolution 1973", "at 1930".
bool introduces_number(const Lexeme& word) {
  return is_one_of(word.word, {Word::numbered, Word::than, Word::least, Word::most, Word::more,
                               Word::nearly, Word::only, Word::every, Word::at, Word::over});
}

bool is_round(int value) { return value % 100 == 0; }

/// "2016 elections", "1969's totals": exact numbers near our time are seldom counts.
bool names_its_time(const Lexeme& number) {
  constexpr int kRecent = 1980, kCoarsestCount = 50;
  return number.possessive || (number.value >= kRecent && number.value % kCoarsestCount != 0);
}

/// "In 2014 rebels took it"
bool has_acting_persons(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& persons = lexemes[i + 1];
  return is_one_of(lexemes.before(i).word, {Word::in, Word::since}) &&
         lexemes[i].link == Link::space && names_its_time(lexemes[i]) &&
         persons.kind == Kind::quantity && persons.value == kPersons;
}

bool is_spaced_noun(const Lexeme& word) {
  return word.link == Link::space && word.kind == Kind::other && !word.capital;
}

/// One of three numbers joined by dashes that are no date: 2017-13-45.
bool in_figures(const Lexemes& lexemes, std::size_t i) {
  const auto dashed = [](const Lexeme& word) {
    return word.kind == Kind::number && word.digits > 0 && word.link == Link::dash && word.tight;
  };
  return (dashed(lexemes[i + 1]) && dashed(lexemes[i + 2])) ||
         (dashed(lexemes[i]) && i > 1 && dashed(lexemes[i - 1]));
}

/// Part of a longer number, a name or a sum: T-2000, 2014.5, $2000, 12:2014.
bool is_glued(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &number = lexemes[i], &next = lexemes[i + 1], &before = lexemes.before(i);
  const auto joins_figures = [](Link link) {
    return link == Link::dot || link == Link::colon || link == Link::slash;
  };
  const bool glued_before =
      number.tight &&
      (joins_figures(number.link) || (number.link == Link::dash && before.kind == Kind::other));
  const bool season = next.link == Link::slash && next.digits == 2 &&  // 2012/13
                      next.value == (number.value + 1) % 100;
  const bool glued_after =
      next.tight && next.kind == Kind::number && joins_figures(next.link) && !season;
  return number.money || number.percent || glued_before || glued_after || in_figures(lexemes, i);
}

bool reads_as_figure_year(const Lexeme& number) {
  return number.kind == Kind::number && number.digits == 4 && number.value >= kEarliestYear &&
         number.value <= kLatestYear;
}

bool is_bc(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& next = lexemes[i + 1];
  return lexemes[i].kind == Kind::number && lexemes[i].digits > 0 && lexemes[i].value > 0 &&
         next.word == Word::bc && (next.link == Link::space || next.link == Link::comma);
}

/// "636 AD", "622 CE"
bool is_ad(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &number = lexemes[i], &next = lexemes[i + 1];
  return number.kind == Kind::number && number.digits > 0 && number.value > 0 && !number.money &&
         next.word == Word::ad && next.capital && next.link == Link::space;
}

/// The number of "AD 273".
bool is_behind_ad(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &number = lexemes[i], &before = lexemes.before(i);
  return number.kind == Kind::number && number.digits > 0 && number.value > 0 &&
         before.word == Word::ad && before.capital && number.link == Link::space;
}

/// "last year", "this year", "the same year": the reference and how many years from it.
std::optional<YearSuffix> named_year_at(const Lexemes& lexemes, std::size_t i) {
  const auto direction = direction_at(lexemes, i);
  if (!direction) return std::nullopt;
  const Lexeme& unit = lexemes[direction->end];
  if (unit.kind != Kind::unit || unit.value != static_cast<int>(Unit::year) || unit.plural)
    return std::nullopt;
  return YearSuffix{
      .reference = direction->reference, .count = direction->count, .end = direction->end + 1};
}

Expression year_point(const Lexemes& lexemes, std::size_t begin, std::size_t end, Unit unit,
                      int year, std::string_view rule) {
  Expression out = expression_over(lexemes, begin, end, rule);
  out.point = {.unit = unit, .year = year};
  return out;
}

/// What follows the year of a date is seldom counted by it: "on 5 May 2015 killed two".
bool is_counted_or_named(const Lexemes& lexemes, std::size_t year) {
  const bool counted = lexemes[year + 1].kind == Kind::quantity && names_its_time(lexemes[year]);
  return counts_or_names(lexemes, year + 1) && !counted;
}

}  // namespace

bool counts_or_names(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &word = lexemes[i], &next = lexemes[i + 1];
  if (word.link != Link::space && word.link != Link::dash) return false;
  if (word.kind == Kind::quantity || (word.kind == Kind::unit && word.plural)) return true;
  if (word.kind == Kind::formation && word.capital) return true;
  // "Revolution Brigades"
  return word.kind == Kind::other && word.capital && next.kind == Kind::formation && next.capital &&
         next.link == Link::space;
}

bool is_year(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &number = lexemes[i], &before = lexemes.before(i), &next = lexemes[i + 1];
  if (!reads_as_figure_year(number) || is_glued(lexemes, i)) return false;
  if (counts_or_names(lexemes, i + 1) && !has_acting_persons(lexemes, i)) return false;
  const bool phrase = number.link == Link::space || number.link == Link::dash;
  if (phrase && introduces_time(before))
    return !(next.plural_form && next.link == Link::space && is_round(number.value));
  const bool numbered = number.link == Link::dot && before.word == Word::numbered;  // "No. 1945"
  if ((phrase && introduces_number(before)) || numbered) return false;
  if (phrase && before.word == Word::about && is_spaced_noun(next)) return false;
  const bool counts = next.plural_form && next.link == Link::space && !names_its_time(number);
  return number.value >= kEarliestPlain && number.value <= kLatestPlain && !counts &&
         !(number.link == Link::space && before.kind == Kind::number && before.digits > 0);
}

void YearSuffix::apply_to(Expression& expression) const {
  expression.point.year = year;
  if (year) return;
  expression.reference = reference == Reference::none ? Reference::window : reference;
  expression.count = count;
}

YearSuffix year_suffix_at(const Lexemes& lexemes, std::size_t i) {
  const Link link = lexemes[i].link;
  const bool joined = link == Link::space || link == Link::comma || link == Link::dash;
  std::size_t at = i;
  if (joined && lexemes[at].word == Word::of) ++at;
  const Lexeme& number = lexemes[at];
  if (joined && is_bc(lexemes, at)) return {.year = -number.value, .end = at + 2};
  if (joined && is_ad(lexemes, at)) return {.year = number.value, .end = at + 2};
  if (joined && reads_as_figure_year(number) && !is_glued(lexemes, at) &&
      !is_counted_or_named(lexemes, at))
    return {.year = number.value, .end = at + 1};
  if (joined && number.link != Link::dash)
    if (const auto named = named_year_at(lexemes, at)) return *named;
  return {.end = i};
}

std::optional<Expression> year_at(const Lexemes& lexemes, std::size_t i) {
  if (is_ad(lexemes, i))
    return year_point(lexemes, i, i + 2, Unit::year, lexemes[i].value, "date.year");
  if (is_behind_ad(lexemes, i))
    return year_point(lexemes, i, i + 1, Unit::year, lexemes[i].value, "date.year");
  const Lexeme& number = lexemes[i];
  if (is_bc(lexemes, i))
    return year_point(lexemes, i, i + 2, Unit::year, -number.value, "date.year-bc");
  if (!is_year(lexemes, i)) return std::nullopt;
  return year_point(lexemes, i, i + 1, Unit::year, number.value, "date.year");
}

/// The first year of 499-493 BC, "from 499 to 493 BC", which has neither BC nor four figures.
std::optional<Expression> year_before_bc_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& from = lexemes[i];
  const bool to = lexemes.before(i).word == Word::from && lexemes[i + 1].word == Word::to;
  const std::size_t at = i + (to ? 2 : 1);
  const bool joined = lexemes[at].link == (to ? Link::space : Link::dash);
  if (!joined || !is_bc(lexemes, at) || from.kind != Kind::number || from.digits == 0 ||
      from.value <= lexemes[at].value)
    return std::nullopt;
  return year_point(lexemes, i, i + 1, Unit::year, -from.value, "date.year-bc");
}

/// The second year of 2014-17.
std::optional<Expression> shortened_year_at(const Lexemes& lexemes, std::size_t i) {
  if (i == 0) return std::nullopt;
  const Lexeme &from = lexemes[i - 1], &to = lexemes[i], &next = lexemes[i + 1];
  const bool next_year = to.link == Link::slash && to.value == (from.value + 1) % 100;
  const bool shortened = to.kind == Kind::number && (to.link == Link::dash || next_year) &&
                         to.digits == 2 && to.tight && reads_as_figure_year(from) &&
                         to.value > from.value % 100 && !is_glued(lexemes, i - 1) &&
                         !counts_or_names(lexemes, i + 1) &&
                         !(next.link == Link::dash && next.tight);
  if (!shortened) return std::nullopt;
  return year_point(lexemes, i, i + 1, Unit::year, from.value / 100 * 100 + to.value,
                    "date.year-shortened");
}

std::optional<Expression> decade_at(const Lexemes& lexemes, std::size_t i) {
  const bool article = lexemes[i].word == Word::the;
  const std::size_t at = article ? i + 1 : i;
  const Lexeme& word = lexemes[at];
  if (word.kind != Kind::decade || counts_or_names(lexemes, at + 1)) return std::nullopt;
  const bool ancient = lexemes[at + 1].word == Word::bc && lexemes[at + 1].link == Link::space;
  if (ancient) return year_point(lexemes, i, at + 2, Unit::decade, -word.value, "date.decade");
  const bool dated = word.digits == 4 && word.value >= kEarliestYear && word.value <= kLatestYear;
  const bool introduced = article || word.negated_year || introduces_time(lexemes.before(at));
  const bool short_form = word.digits == 2 && word.value >= 20 && introduced;
  if (!dated && !short_form) return std::nullopt;
  return year_point(lexemes, i, at + 1, Unit::decade, word.value + (dated ? 0 : 1900),
                    "date.decade");
}

namespace {

/// "nineteenth", "twenty-first", "19th"; 0 if there is none.
int take_century_number(Cursor& at) {
  const Lexeme tens = at.peek(), ones = at.peek(1);
  const bool compound = tens.kind == Kind::number && tens.value == 20 &&
                        ones.kind == Kind::ordinal && ones.link == Link::dash;
  if (compound) {
    at.advance();
    at.advance();
    return tens.value + ones.value;
  }
  return at.take(Kind::ordinal) ? tens.value : 0;
}

/// The first year that begins with the figures of the century: 1800 of the 19th, 399 BC of the 4th
/// BC.
int first_year_of_century(int number, bool ancient) {
  const int hundreds = (number - 1) * 100;
  return ancient ? -hundreds - 1 : hundreds;
}

}  // namespace

std::optional<Expression> century_at(const Lexemes& lexemes, std::size_t i) {
  constexpr int kLatestCentury = 21;
  Cursor at(lexemes, i);
  at.take(Word::the);
  const int number = take_century_number(at);
  const Lexeme unit = at.peek();
  if (number < 1 || number > kLatestCentury || !at.take_hyphened(Kind::unit) ||
      unit.value != static_cast<int>(Unit::century))
    return std::nullopt;
  const int year = first_year_of_century(number, at.take(Word::bc));
  return year_point(lexemes, i, at.position(), Unit::century, year, "date.century");
}

}  // namespace furat::analysis::dates
