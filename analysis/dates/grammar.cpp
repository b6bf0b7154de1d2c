#include "analysis/dates/grammar.hpp"

#include <array>

#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/tense.hpp"

namespace furat::analysis::dates {

namespace {

constexpr std::uint32_t bit(Kind kind) { return 1U << static_cast<unsigned>(kind); }

/// A rule and the kinds of words that its expressions begin with.
struct RuleEntry {
  Rule* rule;
  std::uint32_t kinds;
};

constexpr std::uint32_t kNumber = bit(Kind::number), kOrdinal = bit(Kind::ordinal),
                        kWord = bit(Kind::word), kMonth = bit(Kind::month),
                        kWeekday = bit(Kind::weekday), kUnit = bit(Kind::unit),
                        kDayPart = bit(Kind::day_part);

constexpr std::array kRules{
    RuleEntry{numeric_date_at, kNumber},
    RuleEntry{year_before_bc_at, kNumber},
    RuleEntry{shortened_year_at, kNumber},
    RuleEntry{month_at, kMonth | kWord},
    RuleEntry{season_at, bit(Kind::season) | kWord},
    RuleEntry{holiday_at, bit(Kind::feast) | kMonth | kWord},
    RuleEntry{quarter_at, kNumber | bit(Kind::quarter) | bit(Kind::half_year) | kOrdinal | kWord},
    RuleEntry{year_at, kNumber},
    RuleEntry{decade_at, bit(Kind::decade) | kWord},
    RuleEntry{century_at, kOrdinal | kNumber | kWord},
    RuleEntry{named_unit_at, kUnit | kWord},
    RuleEntry{weekday_at, kWeekday | kWord},
    RuleEntry{counted_unit_at, kNumber | kOrdinal | kUnit | kWord},
    RuleEntry{day_of_month_at, kOrdinal | kWord},
    RuleEntry{deictic_at, kDayPart | kWord},
    RuleEntry{clock_time_at, kNumber | bit(Kind::clock) | bit(Kind::other) | kDayPart},
    RuleEntry{repeated_time_at, bit(Kind::frequency) | kWord},
    RuleEntry{business_period_at, kUnit | kWord | bit(Kind::other)},
    RuleEntry{weekday_day_at, kWeekday},
};

/// The longest reading; of two equally long ones the earlier rule.
std::optional<Expression> longest_at(const Lexemes& lexemes, std::size_t i) {
  std::optional<Expression> longest;
  const std::uint32_t kind = bit(lexemes[i].kind);
  for (const RuleEntry& entry : kRules) {
    if ((entry.kinds & kind) == 0) continue;
    if (auto found = entry.rule(lexemes, i); found && (!longest || found->end > longest->end))
      longest = found;
  }
  return longest;
}

/// Function words that expressions begin with; prepositions and conjunctions only stand before
/// them.
bool opens_expression(Word word) {
  switch (word) {
    case Word::the:
    case Word::a:
    case Word::at:
    case Word::over:
    case Word::last:
    case Word::past:
    case Word::previous:
    case Word::next:
    case Word::this_:
    case Word::that:
    case Word::same:
    case Word::following:
    case Word::coming:
    case Word::current:
    case Word::closing:
    case Word::earlier:
    case Word::later:
    case Word::early:
    case Word::mid:
    case Word::late:
    case Word::beginning:
    case Word::ending:
    case Word::middle:
    case Word::half:
    case Word::latter:
    case Word::about:
    case Word::more:
    case Word::less:
    case Word::nearly:
    case Word::only:
    case Word::now:
    case Word::recently:
    case Word::recent:
    case Word::today:
    case Word::yesterday:
    case Word::tomorrow:
    case Word::tonight:
    case Word::every:
    case Word::named_day:
    case Word::christmas:
    case Word::new_:
    case Word::eid:
    case Word::another:
      return true;
    default:
      return false;
  }
}

bool can_begin(const Lexeme& lexeme) {
  switch (lexeme.kind) {
    case Kind::other:  // "fiscal 2012", "8.30 a.m."
      return lexeme.word == Word::fiscal || lexeme.digits > 0;
    case Kind::quantity:
    case Kind::formation:
    case Kind::end:
      return false;
    case Kind::word:
      return opens_expression(lexeme.word);
    default:
      return true;
  }
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
