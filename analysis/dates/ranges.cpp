// Looks at neighbouring dates: which two are the ends of a range, and which share the year that
// only one of them states.
#include <algorithm>
#include <tuple>

#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

enum class Tie : std::uint8_t { none, list, range };

/// What joins two dates with at most one word and an article between them.
Tie tie_of(const Lexemes& lexemes, const Expression& first, const Expression& second) {
  const Lexeme &word = lexemes[first.end], &start = lexemes[second.begin];
  if (second.begin == first.end) {
    if (start.link == Link::dash) return Tie::range;
    const bool list = start.link == Link::comma || start.link == Link::slash;
    return list ? Tie::list : Tie::none;
  }
  const bool article = second.begin == first.end + 2 && lexemes[first.end + 1].word == Word::the;
  if ((second.begin != first.end + 1 && !article) || start.link != Link::space) return Tie::none;
  if (word.word == Word::and_) return is_between(lexemes, first.begin) ? Tie::range : Tie::list;
  // "from Tuesday, 3 October, to Thursday, 5 October"
  const bool spaced = word.link == Link::space || word.link == Link::comma;
  return spaced && is_one_of(word.word, {Word::to, Word::until, Word::through}) ? Tie::range
                                                                                : Tie::none;
}

bool is_decided(const Expression& expression) { return expression.order != DayOrder::undecided; }

bool is_calendar_date(const Expression& expression) {
  return expression.form == Form::point && is_decided(expression);
}

bool are_alike(const Expression& first, const Expression& second) {
  return is_calendar_date(first) && is_calendar_date(second) &&
         first.point.unit == second.point.unit;
}

bool is_day_or_month(const Expression& expression) {
  return is_calendar_date(expression) && dates::is_day_or_month(expression.point);
}

/// "from November to 5 January 2017" shares its year too.
bool may_share_year(const Expression& first, const Expression& second, Tie tie) {
  const bool days_and_months = is_day_or_month(first) && is_day_or_month(second);
  return are_alike(first, second) || (tie == Tie::range && days_and_months);
}

bool is_end_of_range(const Expression& expression) {
  return is_decided(expression) &&
         (expression.form == Form::point || expression.form == Form::weekday ||
          expression.form == Form::shift || expression.form == Form::day_of_month);
}

auto place_in_year(const CalendarPoint& point) {
  return std::tuple(point.month, point.day, point.index);
}

/// "November and January 2017": the first is of the year before.
void take_year_from_behind(Expression& first, const Expression& second) {
  const bool wraps = place_in_year(second.point) < place_in_year(first.point);
  if (second.point.year) first.point.year = shifted_year(*second.point.year, wraps ? -1 : 0);
  first.reference = second.reference;
  first.count = second.count;
}

void take_year_from_before(const Expression& first, Expression& second) {
  const bool wraps = place_in_year(second.point) < place_in_year(first.point);
  if (first.point.year) second.point.year = shifted_year(*first.point.year, wraps ? 1 : 0);
  second.reference = first.reference;
  second.count = first.count;
}

void share_year(Expression& first, Expression& second, Tie tie) {
  if (lacks_year(first) && !lacks_year(second)) {
    take_year_from_behind(first, second);
  } else if (lacks_year(second) && !lacks_year(first) && tie == Tie::range) {
    take_year_from_before(first, second);
  }
}

bool ascends(const CalendarPoint& first, const CalendarPoint& second) {
  if (!first.year || !second.year) return true;
  return std::tuple(*first.year, place_in_year(first)) <
         std::tuple(*second.year, place_in_year(second));
}

}  // namespace

void combine_neighbours(const Lexemes& lexemes, Expressions& expressions) {
  // From the back, so that a year at the end of a list reaches its first member.
  for (std::size_t k = expressions.size(); k-- > 1;) {
    Expression &first = expressions[k - 1], &second = expressions[k];
    const Tie tie = tie_of(lexemes, first, second);
    if (tie == Tie::none || !may_share_year(first, second, tie)) continue;
    share_year(first, second, tie);
  }
  for (std::size_t k = 1; k < expressions.size(); ++k) {
    Expression &first = expressions[k - 1], &second = expressions[k];
    const bool ends_one = k > 1 && expressions[k - 2].begins_range;
    first.before_next = first.form == Form::weekday && second.form == Form::weekday &&
                        tie_of(lexemes, first, second) != Tie::none;
    first.begins_range = !ends_one && is_end_of_range(first) && is_end_of_range(second) &&
                         tie_of(lexemes, first, second) == Tie::range &&
                         ascends(first.point, second.point);
  }
}

}  // namespace furat::analysis::dates
