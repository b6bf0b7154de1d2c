// Holidays: "Christmas 2007", "New Year's Eve", "Ramadan", "Thanksgiving Day".
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/feasts.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

struct Holiday {
  Feast feast = Feast::new_year;
  std::size_t end = 0;
};

bool is_day_word(const Lexeme& word) {
  return word.kind == Kind::unit && word.value == static_cast<int>(Unit::day) && !word.plural &&
         word.capital && word.link == Link::space;
}

/// "White Christmas", "Lunar New Year"
bool in_name(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& before = lexemes.before(i);
  return before.kind == Kind::other && before.capital && lexemes[i].link == Link::space;
}

/// Behind "Day" if it follows.
std::size_t after_day(const Lexemes& lexemes, std::size_t i) {
  return is_day_word(lexemes[i]) ? i + 1 : i;
}

std::optional<Holiday> christmas_at(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].word != Word::christmas || !lexemes[i].capital || in_name(lexemes, i))
    return std::nullopt;
  const Lexeme& next = lexemes[i + 1];
  if (next.link == Link::space && next.word == Word::eve)
    return Holiday{Feast::christmas_eve, i + 2};
  return Holiday{Feast::christmas, after_day(lexemes, i + 1)};
}

std::optional<Holiday> new_year_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  const bool capital = at.peek().capital;
  const Lexeme &year = at.peek(1), &day = at.peek(2);
  if (!capital || in_name(lexemes, i) || !at.take(Word::new_) || year.kind != Kind::unit ||
      !year.capital || year.value != static_cast<int>(Unit::year) || year.link != Link::space)
    return std::nullopt;
  if (day.link == Link::space && day.word == Word::eve) return Holiday{Feast::new_years_eve, i + 3};
  return Holiday{Feast::new_year, after_day(lexemes, i + 2)};
}

bool name_goes_on(const Lexeme& next) {
  return next.kind == Kind::other && next.capital && next.link == Link::space;
}

/// "Good Friday", "Palm Sunday"
std::optional<Holiday> holy_weekday_at(const Lexemes& lexemes, std::size_t i) {
  constexpr int kFriday = 5, kSunday = 7;
  const Lexeme &name = lexemes[i], &weekday = lexemes[i + 1];
  if (name.word != Word::named_day || name.value == 0 || !name.capital ||
      weekday.kind != Kind::weekday || weekday.link != Link::space)
    return std::nullopt;
  const auto feast = static_cast<Feast>(name.value);
  const int expected = feast == Feast::good_friday ? kFriday : kSunday;
  if (name_goes_on(lexemes[i + 2])) return std::nullopt;  // "the Good Friday Agreement"
  return weekday.value == expected ? std::optional(Holiday{feast, i + 2}) : std::nullopt;
}

/// "Easter", "Easter Monday"
std::size_t after_easter_day(const Lexemes& lexemes, std::size_t i, Feast& feast) {
  constexpr int kMonday = 1, kSunday = 7;
  const Lexeme& weekday = lexemes[i];
  if (weekday.kind != Kind::weekday || weekday.link != Link::space) return i;
  if (weekday.value == kMonday) feast = Feast::easter_monday;
  return weekday.value == kMonday || weekday.value == kSunday ? i + 1 : i;
}

/// "Ramadan", "Thanksgiving Day", "Memorial Day"
std::optional<Holiday> named_feast_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& name = lexemes[i];
  if (name.kind != Kind::feast || !name.capital) return std::nullopt;
  Holiday out{static_cast<Feast>(name.value), after_day(lexemes, i + 1)};
  if (name.ambiguous && out.end == i + 1) return std::nullopt;
  if (out.feast == Feast::easter) out.end = after_easter_day(lexemes, i + 1, out.feast);
  // "the Easter Offensive", "Ramadan Shallah"
  return name_goes_on(lexemes[out.end]) ? std::nullopt : std::optional(out);
}

/// "Eid al-Fitr", "Eid ul-Adha", "Eid Fitr"
std::optional<Holiday> eid_at(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].word != Word::eid) return std::nullopt;
  for (const std::size_t at : {i + 1, i + 2})
    if (lexemes[at].word == Word::eid_name && lexemes[at].link <= Link::dash)
      return Holiday{static_cast<Feast>(lexemes[at].value), at + 1};
  return std::nullopt;
}

/// "May Day"
std::optional<Holiday> may_day_at(const Lexemes& lexemes, std::size_t i) {
  constexpr int kMay = 5;
  if (lexemes[i].kind != Kind::month || lexemes[i].value != kMay || !is_day_word(lexemes[i + 1]))
    return std::nullopt;
  return Holiday{Feast::may_day, i + 2};
}

/// What has the same day every year is that day, so that it is known without a year too.
CalendarPoint point_of(Feast feast) {
  constexpr int kLeapYear = 2000;
  const bool fixed = feast <= Feast::veterans_day;
  if (!fixed) return {.unit = Unit::feast, .index = static_cast<int>(feast)};
  const auto day = days_of_feast(feast, kLeapYear)->first;
  return {.unit = Unit::day, .month = month_of(day), .day = day_of_month(day)};
}

}  // namespace

std::optional<Expression> holiday_at(const Lexemes& lexemes, std::size_t i) {
  const auto direction = name_direction_at(lexemes, i);
  const std::size_t at = direction ? direction->end : i;
  std::optional<Holiday> holiday;
  for (const auto rule :
       {christmas_at, new_year_at, holy_weekday_at, named_feast_at, eid_at, may_day_at})
    if (!holiday) holiday = rule(lexemes, at);
  if (!holiday || (at > i && lexemes[at].link != Link::space)) return std::nullopt;
  const YearSuffix year = year_suffix_at(lexemes, holiday->end);
  Expression out = expression_over(lexemes, i, year.end, "date.holiday");
  out.point = point_of(holiday->feast);
  if (is_lunar(holiday->feast)) out.flags = kApproximate;
  year.apply_to(out);
  return out;
}

}  // namespace furat::analysis::dates
