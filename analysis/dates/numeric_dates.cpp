// Dates written in figures: 2017-10-04, 2017-10, 4/10/2017, 4.10.2017.
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

constexpr int kMonths = 12;
constexpr int kLastCenturyFrom = 70;  // '69 is 2069, '70 is 1970

/// Figures joined without white space by the same mark.
bool is_group(const Lexemes& lexemes, std::size_t i, Link link, std::size_t members) {
  for (std::size_t k = 0; k < members; ++k) {
    const Lexeme& part = lexemes[i + k];
    if (part.kind != Kind::number || part.digits == 0) return false;
    if (k > 0 && !(part.link == link && part.tight)) return false;
  }
  const Lexeme &after = lexemes[i + members], &first = lexemes[i];
  const bool goes_on = after.kind == Kind::number && after.link == link && after.tight;
  return !goes_on && !(first.link == link && first.tight) && !first.money;
}

int full_year(const Lexeme& year) {
  if (year.digits != 2) return year.value;
  return year.value + (year.value < kLastCenturyFrom ? 2000 : 1900);
}

bool is_month(int value) { return value >= 1 && value <= kMonths; }

/// A point with the month and the day as given, or none if that day does not exist.
std::optional<CalendarPoint> day_point(int year, int month, int day) {
  if (!is_month(month) || !day_of(year, month, day)) return std::nullopt;
  return CalendarPoint{.unit = Unit::day, .year = year, .month = month, .day = day};
}

std::optional<Expression> over_three(const Lexemes& lexemes, std::size_t i,
                                     std::optional<CalendarPoint> point, std::string_view rule) {
  if (!point) return std::nullopt;
  Expression out = expression_over(lexemes, i, i + 3, rule);
  out.point = *point;
  return out;
}

std::optional<Expression> year_first(const Lexemes& lexemes, std::size_t i) {
  for (const Link link : {Link::dash, Link::slash, Link::dot})
    if (is_group(lexemes, i, link, 3) && lexemes[i].digits == 4)
      return over_three(lexemes, i,
                        day_point(lexemes[i].value, lexemes[i + 1].value, lexemes[i + 2].value),
                        "date.iso");
  return std::nullopt;
}

DayOrder order_of(bool day_first, bool month_first) {
  if (day_first && month_first) return DayOrder::undecided;
  return day_first ? DayOrder::day_first : DayOrder::month_first;
}

/// The first two numbers as they stand, day before month; the article decides later which is which.
std::optional<Expression> year_last(const Lexemes& lexemes, std::size_t i) {
  for (const Link link : {Link::slash, Link::dash, Link::dot}) {
    if (!is_group(lexemes, i, link, 3) || lexemes[i].digits > 2 || lexemes[i + 1].digits > 2)
      continue;
    const Lexeme& year = lexemes[i + 2];
    if (year.digits != 4 && !(year.digits == 2 && link == Link::slash)) return std::nullopt;
    const int first = lexemes[i].value, second = lexemes[i + 1].value;
    const auto day_first = day_point(full_year(year), second, first);
    const auto month_first = day_point(full_year(year), first, second);
    auto out = over_three(lexemes, i, day_first ? day_first : month_first, "date.numeric");
    if (out && link != Link::dot && first != second)
      out->order = order_of(day_first.has_value(), month_first.has_value());
    return out;
  }
  return std::nullopt;
}

std::optional<Expression> year_and_month(const Lexemes& lexemes, std::size_t i) {
  if (!is_group(lexemes, i, Link::dash, 2)) return std::nullopt;
  const Lexeme &year = lexemes[i], &month = lexemes[i + 1];
  // 2010-12 is more often three years than a month
  const bool is_range = month.value > year.value % 100;
  if (year.digits != 4 || month.digits != 2 || !is_month(month.value) || is_range ||
      !in_calendar(year.value) || counts_or_names(lexemes, i + 2))
    return std::nullopt;
  Expression out = expression_over(lexemes, i, i + 2, "date.iso-month");
  out.point = {.unit = Unit::month, .year = year.value, .month = month.value};
  return out;
}

}  // namespace

std::optional<Expression> numeric_date_at(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].kind != Kind::number || lexemes[i].digits == 0) return std::nullopt;
  if (auto day = year_first(lexemes, i)) return day;
  if (auto day = year_last(lexemes, i)) return day;
  return year_and_month(lexemes, i);
}

}  // namespace furat::analysis::dates
