#include "analysis/dates/grammar.hpp"

#include <array>

#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"

namespace furat::analysis::dates {

namespace {

constexpr std::array<Rule*, 19> kRules{
    numeric_date_at,  year_before_bc_at,  shortened_year_at, month_at,
    season_at,        holiday_at,         quarter_at,        year_at,
    decade_at,        century_at,         named_unit_at,     weekday_at,
    counted_unit_at,  day_of_month_at,    deictic_at,        clock_time_at,
    repeated_time_at, business_period_at, weekday_day_at};

/// The longest reading; of two equally long ones the earlier rule.
std::optional<Expression> longest_at(const Lexemes& lexemes, std::size_t i) {
  std::optional<Expression> longest;
  for (Rule* rule : kRules)
    if (auto found = rule(lexemes, i); found && (!longest || found->end > longest->end))
      longest = found;
  return longest;
}

/// Kinds and words that no expression begins with.
bool can_begin(const Lexeme& word) {
  if (word.word == Word::fiscal) return true;
  return word.kind != Kind::other && word.kind != Kind::quantity && word.kind != Kind::formation;
}

bool has_place_in_time(const Expression& expression) {
  return expression.form == Form::point || expression.form == Form::shift ||
         expression.form == Form::weekday || expression.form == Form::day_of_month;
}

/// "since 2014", "until March", "from 2014 onwards".
void mark_open_side(const Lexemes& lexemes, Expression& expression) {
  if (!has_place_in_time(expression)) return;
  std::size_t at = expression.begin;
  if (lexemes.before(at).word == Word::the && at > 0) --at;
  const Lexeme& before = lexemes.before(at);
  if (lexemes[at].link == Link::space && before.word == Word::since) expression.flags |= kOpenEnd;
  if (lexemes[at].link == Link::space && before.word == Word::until) expression.flags |= kOpenStart;
  if (lexemes[expression.end].word == Word::onwards) expression.flags |= kOpenEnd;
}

bool starts_sentence(const Lexeme& word) {
  return word.link == Link::start || word.link == Link::dot || word.link == Link::other;
}

/// Whether what is said before `i` in its sentence lies in the future: "will meet on Friday", "has
/// until Friday"; the nearest word that tells decides.
bool lies_ahead(const Lexemes& lexemes, std::size_t i) {
  constexpr std::size_t kFarthest = 12;
  const bool limit = is_one_of(lexemes.before(i).word, {Word::until, Word::by});
  for (std::size_t back = 1; back <= kFarthest && back <= i; ++back) {
    const Lexeme& word = lexemes[i - back];
    if (word.word == Word::will) return true;
    const bool told = word.past_form || word.word == Word::said || word.word == Word::was;
    if (told || starts_sentence(word)) return limit && !told;
  }
  return limit;
}

void mark_ahead(const Lexemes& lexemes, Expression& expression) {
  expression.ahead = expression.form == Form::weekday && lies_ahead(lexemes, expression.begin);
}

/// "In early 1927, ..."
void mark_opening(const Lexemes& lexemes, Expression& expression) {
  const std::size_t at = expression.begin;
  const Lexeme& before = lexemes.before(at);
  expression.opens_sentence =
      starts_sentence(lexemes[at]) ||
      (before.kind == Kind::word && before.capital && starts_sentence(before));
}

}  // namespace

Expression expression_over(const Lexemes& lexemes, std::size_t begin, std::size_t end,
                           std::string_view rule) {
  Expression out;
  out.begin = begin;
  out.end = end;
  out.span = {lexemes[begin].span.begin, lexemes[end - 1].span.end};
  out.rule = rule;
  return out;
}

std::size_t read_unmodified(const Lexemes& lexemes, std::size_t i, Expressions& out) {
  const std::size_t first = out.size();
  const std::size_t days_end = read_days(lexemes, i, out);
  const auto longest = longest_at(lexemes, i);
  if (!longest || longest->end <= days_end) return days_end;
  out.resize(first);
  out.push_back(*longest);
  return longest->end;
}

Expressions expressions_in(const Lexemes& lexemes) {
  Expressions out;
  for (std::size_t i = 0; i < lexemes.size();) {
    const std::size_t end = can_begin(lexemes[i]) ? read_expression(lexemes, i, out) : i;
    i = end > i ? end : i + 1;
  }
  combine_neighbours(lexemes, out);
  bool ends_range = false;
  for (Expression& expression : out) {
    mark_open_side(lexemes, expression);
    mark_opening(lexemes, expression);
    if (!ends_range) mark_ahead(lexemes, expression);
    ends_range = expression.begins_range;
  }
  return out;
}

}  // namespace furat::analysis::dates
