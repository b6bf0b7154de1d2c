// Days and months written with a month name, in every order, with lists and ranges of days.
#include <algorithm>

#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

enum class Join : std::uint8_t { none, list, range };

struct DayMember {
  int day = 0;
  std::size_t at = 0;
  Join join = Join::none;  ///< to the member before
};

struct DayList {
  std::vector<DayMember> members = {};
  std::size_t end = 0;
};

bool is_day_number(const Lexeme& word) {
  const bool number = word.kind == Kind::number && word.digits > 0 && word.digits <= 2;
  const bool ordinal = word.kind == Kind::ordinal;
  return (number || ordinal) && word.value >= 1 && word.value <= 31 && !word.money && !word.percent;
}

/// A full stop belongs to the month only after an abbreviation: "Dec. 5", but not "in May. 5 men".
bool follows_month(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& next = lexemes[i];
  return next.link == Link::space || (next.link == Link::dot && lexemes.before(i).abbreviated) ||
         (next.link == Link::dash && next.tight);
}

struct Separator {
  Join join = Join::none;
  std::size_t next = 0;
};

/// What stands between two day numbers, the second of which is at `next`.
Separator separator_at(const Lexemes& lexemes, std::size_t i, bool between) {
  const Lexeme &word = lexemes[i], &next = lexemes[i + 1];
  if (is_day_number(word)) {
    if (word.link == Link::dash) return {Join::range, i};
    if (word.link == Link::comma) return {Join::list, i};
    if (word.link == Link::slash && word.tight) return {Join::range, i};  // the night of 26/27
    return {};
  }
  if (!is_day_number(next) || next.link != Link::space) return {};
  if (word.word == Word::and_) return {between ? Join::range : Join::list, i + 1};
  if (word.link == Link::space && is_one_of(word.word, {Word::to, Word::until, Word::through}))
    return {Join::range, i + 1};
  return {};
}

DayList day_list_at(const Lexemes& lexemes, std::size_t i, bool between) {
  DayList out{.end = i};
  if (!is_day_number(lexemes[i])) return out;
  out.members.push_back({lexemes[i].value, i, Join::none});
  out.end = i + 1;
  while (out.members.size() < kMostMembers) {
    const Separator separator = separator_at(lexemes, out.end, between);
    if (separator.join == Join::none) break;
    out.members.push_back({lexemes[separator.next].value, separator.next, separator.join});
    out.end = separator.next + 1;
  }
  return out;
}

/// "February 9 and 12 soldiers": a bare number before an ordinary word counts that word.
bool may_count_next(const Lexemes& lexemes, std::size_t number) {
  const Lexeme& next = lexemes[number + 1];
  if (counts_or_names(lexemes, number + 1)) return true;
  const bool clock = is_one_of(next.word, {Word::am, Word::pm, Word::oclock}) ||
                     (next.link == Link::colon && next.tight);
  if (clock) return true;  // "September 4 and 9 a.m."
  return lexemes[number].kind == Kind::number && next.kind == Kind::other && !next.capital &&
         next.link == Link::space && next.plural_form;
}

/// "7 April Brigade"; but "on 7 April soldiers" is a date.
bool names_what_follows(const Lexemes& lexemes, std::size_t begin, std::size_t i) {
  // "the 14 July district"
  if (lexemes[i].kind == Kind::formation && lexemes[i].link == Link::space &&
      lexemes.before(begin).word == Word::the)
    return true;
  const bool square = lexemes[i].kind == Kind::quantity && lexemes[i].capital;
  if (square && lexemes[i].link == Link::space) return true;  // "17 April Square"
  return counts_or_names(lexemes, i) && lexemes[i].kind != Kind::quantity &&
         lexemes[i].kind != Kind::unit;
}

void drop_last(DayList& list) {
  list.members.pop_back();
  list.end = list.members.empty() ? list.end : list.members.back().at + 1;
}

/// Drops the members behind a month that are no days: what counts something, and a comma without
/// "and" after it.
void trim_tail(const Lexemes& lexemes, DayList& list) {
  while (list.members.size() > 1) {
    const DayMember& last = list.members.back();
    const bool after_comma = last.join == Join::list && lexemes[last.at].link == Link::comma;
    if (!after_comma && !may_count_next(lexemes, last.at)) return;
    drop_last(list);
  }
}

bool days_exist(const DayList& list, int month, std::optional<int> year) {
  const std::optional<int> calendar_year = year && in_calendar(*year) ? year : std::nullopt;
  return std::all_of(list.members.begin(), list.members.end(), [&](const DayMember& member) {
    return member.day <= days_in_month(calendar_year, month);
  });
}

struct NamedDays {
  DayList days = {};
  int month = 0;
  YearSuffix year = {};
  std::size_t begin = 0;
  bool month_first = false;
  std::size_t end() const { return std::max(year.end, days.end); }
};

/// The span of member `k`: the first or last one takes the month and the year with it.
Expression member_expression(const Lexemes& lexemes, const NamedDays& named, std::size_t k,
                             std::size_t last) {
  const auto& members = named.days.members;
  const std::size_t begin = k == 0 ? named.begin : members[k].at;
  const std::size_t end = last + 1 == members.size() ? named.end() : members[last].at + 1;
  Expression out =
      expression_over(lexemes, begin, end, named.month_first ? "date.month-day" : "date.day-month");
  out.point = {.unit = Unit::day, .month = named.month, .day = members[k].day};
  named.year.apply_to(out);
  return out;
}

void append_members(const Lexemes& lexemes, const NamedDays& named, Expressions& out) {
  const auto& members = named.days.members;
  for (std::size_t k = 0; k < members.size(); ++k) {
    // "3 to 5 September" is left to be tied: each end is an expression of its own
    const bool starts_range = k + 1 < members.size() && members[k + 1].join == Join::range &&
                              lexemes[members[k + 1].at].link != Link::space &&
                              members[k].day < members[k + 1].day;
    const std::size_t last = starts_range ? k + 1 : k;
    Expression expression = member_expression(lexemes, named, k, last);
    if (starts_range) {
      expression.form = Form::range;
      expression.until = expression.point;
      expression.until.day = members[last].day;
      expression.rule = "range.days";
    }
    out.push_back(expression);
    k = last;
  }
}

/// "Thursday, ", "Sun ", "Monday the " before a day; the position behind it.
std::size_t after_weekday(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].kind != Kind::weekday) return i;
  const Lexeme& next = lexemes[i + 1];
  const bool joined = next.link == Link::space || next.link == Link::comma ||
                      (next.link == Link::dot && lexemes[i].abbreviated);
  if (!joined) return i;
  return next.word == Word::the ? i + 2 : i + 1;
}

std::optional<NamedDays> days_before_month(const Lexemes& lexemes, std::size_t i,
                                           std::size_t begin) {
  NamedDays out{.days = day_list_at(lexemes, i, is_between(lexemes, i)), .begin = begin};
  if (out.days.members.empty()) return std::nullopt;
  std::size_t at = out.days.end;
  const bool of = lexemes[at].word == Word::of && lexemes[at].link == Link::space;
  if (of) ++at;
  const Lexeme& month = lexemes[at];
  if (of && lexemes[at - 2].kind != Kind::ordinal) return std::nullopt;  // "one of March's"
  if (month.kind != Kind::month || (month.link != Link::space && month.link != Link::dash))
    return std::nullopt;
  out.month = month.value;
  out.year = year_suffix_at(lexemes, at + 1);
  out.days.end = at + 1;
  if (names_what_follows(lexemes, out.begin, out.end())) return std::nullopt;
  const bool dated = out.year.end > out.days.end;
  if (month.foreign && !dated && !month.capital) return std::nullopt;
  return out;
}

std::optional<NamedDays> days_after_month(const Lexemes& lexemes, std::size_t i,
                                          std::size_t begin) {
  if (lexemes[i].kind != Kind::month) return std::nullopt;
  std::size_t at = i + 1;
  if (!follows_month(lexemes, at)) return std::nullopt;
  if (lexemes[at].word == Word::the) ++at;
  NamedDays out{.days = day_list_at(lexemes, at, is_between(lexemes, begin)),
                .month = lexemes[i].value,
                .begin = begin,
                .month_first = true};
  if (out.days.members.empty() || (at > i + 1 && lexemes[at].kind != Kind::ordinal))
    return std::nullopt;
  trim_tail(lexemes, out.days);
  out.year = year_suffix_at(lexemes, out.days.end);
  const bool dated = out.year.end > out.days.end;
  if (lexemes[i].foreign && !dated) return std::nullopt;
  // "In May 12 people were killed": only "on" makes such a number a day.
  const std::size_t number = out.days.members.front().at;
  const bool named = is_one_of(lexemes.before(begin).word, {Word::on, Word::the});  // attacks
  if (!dated && out.days.members.size() == 1 && may_count_next(lexemes, number) && !named)
    return std::nullopt;
  if (names_what_follows(lexemes, out.begin, out.end())) return std::nullopt;
  return out;
}

/// Where a month may stand for itself: "in May", but not "may" or a woman called April.
bool has_month_context(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &before = lexemes.before(i), &month = lexemes[i];
  if (month.link == Link::dash && before.word == Word::mid) return true;
  if (month.link != Link::space) return false;
  return is_one_of(before.word,
                   {Word::in,       Word::of,        Word::since,   Word::until,   Word::by,
                    Word::from,     Word::for_,      Word::to,      Word::during,  Word::before,
                    Word::after,    Word::early,     Word::mid,     Word::late,    Word::last,
                    Word::this_,    Word::next,      Word::between, Word::through, Word::past,
                    Word::previous, Word::following, Word::that,    Word::same}) ||
         (before.word == Word::and_ && i > 1 && lexemes[i - 2].kind == Kind::month);
}

/// "a March offensive"
bool describes_noun(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &article = lexemes.before(i), &next = lexemes[i + 1];
  return is_one_of(article.word, {Word::a, Word::the}) && lexemes[i].link == Link::space &&
         !lexemes[i].abbreviated && next.kind == Kind::other && !next.capital &&
         next.link == Link::space;
}

bool stands_alone(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &month = lexemes[i], &next = lexemes[i + 1];
  if (month.foreign) return false;
  if (!month.ambiguous) return true;
  if (has_month_context(lexemes, i)) return true;
  const bool joins_month =
      is_one_of(next.word, {Word::and_, Word::to}) && lexemes[i + 2].kind == Kind::month;
  const bool before_month = next.kind == Kind::month && next.link != Link::space;
  return joins_month || before_month || describes_noun(lexemes, i);
}

}  // namespace

bool is_between(const Lexemes& lexemes, std::size_t i) {
  return lexemes.before(i).word == Word::between ||
         (lexemes.before(i).word == Word::the && i > 1 && lexemes[i - 2].word == Word::between);
}

std::size_t read_days(const Lexemes& lexemes, std::size_t i, Expressions& out) {
  const std::size_t at = after_weekday(lexemes, i);
  auto named = days_before_month(lexemes, at, i);
  if (!named) named = days_after_month(lexemes, at, i);
  if (!named || !days_exist(named->days, named->month, named->year.year)) return i;
  append_members(lexemes, *named, out);
  return named->end();
}

std::optional<Expression> month_at(const Lexemes& lexemes, std::size_t i) {
  const auto direction = name_direction_at(lexemes, i);
  const std::size_t at = direction ? direction->end : i;
  if (lexemes[at].kind != Kind::month || (direction && lexemes[at].link != Link::space))
    return std::nullopt;
  const bool abbreviated =
      lexemes[at + 1].link == Link::dot && lexemes[at].abbreviated && is_year(lexemes, at + 1);
  YearSuffix year = year_suffix_at(lexemes, at + 1);
  if (abbreviated) year = {.year = lexemes[at + 1].value, .end = at + 2};
  const bool dated = year.end > at + 1;
  if (lexemes[at].foreign && !(year.year && lexemes[at].capital)) return std::nullopt;
  if (counts_or_names(lexemes, year.end) && lexemes[year.end].kind != Kind::quantity)
    return std::nullopt;
  if (!dated && !direction && !stands_alone(lexemes, at)) return std::nullopt;
  const Lexeme& before = lexemes.before(at);  // "the Black September group"
  if (before.word == Word::named_day && before.capital && !dated) return std::nullopt;
  const bool behind_day = is_day_number(lexemes.before(at)) && lexemes[at].link == Link::space;
  if (behind_day && lexemes[year.end].kind == Kind::formation) return std::nullopt;
  Expression out = expression_over(lexemes, i, year.end, "date.month");
  out.point = {.unit = Unit::month, .month = lexemes[at].value};
  year.apply_to(out);
  if (direction && !dated) {
    out.reference = direction->reference;
    out.count = direction->count;
    out.rule = "relative.month";
  }
  return out;
}

}  // namespace furat::analysis::dates
