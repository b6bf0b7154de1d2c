// The rules that read temporal expressions from lexemes. Each looks at a bounded number of words
// from position `i` on.
#pragma once

#include <optional>
#include <vector>

#include "analysis/dates/expression.hpp"
#include "analysis/dates/lexemes.hpp"

namespace furat::analysis::dates {

using Expressions = std::vector<Expression>;

/// All expressions of a passage, ascending, not overlapping; ranges and lists put together.
[[nodiscard]] Expressions expressions_in(const Lexemes& lexemes);

/// Appends the longest expression (or the members of a list) that begins at `i`; returns its end,
/// or `i` if none does.
std::size_t read_expression(const Lexemes& lexemes, std::size_t i, Expressions& out);

/// As read_expression, but without "early", "the end of", "the night of" before it.
std::size_t read_unmodified(const Lexemes& lexemes, std::size_t i, Expressions& out);

/// "3 to 5 September 2017", "Thursday, Dec. 15", "February 6th and 7th": several members for a
/// list.
std::size_t read_days(const Lexemes& lexemes, std::size_t i, Expressions& out);

using Rule = std::optional<Expression>(const Lexemes&, std::size_t i);

Rule numeric_date_at;     // 2017-10-04, 3/4/2017, 3.10.2017
Rule day_of_month_at;     // on the 9th
Rule weekday_day_at;      // Friday the 25th
Rule month_at;            // March 2016, October of last year, last December
Rule holiday_at;          // Christmas 2007
Rule season_at;           // the summer of 2015
Rule quarter_at;          // Q1 2017, the second half of 2008
Rule year_at;             // 2014, 480 BC
Rule year_before_bc_at;   // 499 in 499-493 BC
Rule shortened_year_at;   // 17 in 2014-17
Rule decade_at;           // the 1990s
Rule century_at;          // the 21st century
Rule weekday_at;          // last Friday night
Rule deictic_at;          // yesterday, now, in recent weeks
Rule named_unit_at;       // last week, the next day, that year
Rule unit_under_way_at;   // the month, behind "the end of"
Rule business_period_at;  // the year-earlier quarter, fiscal 2012
Rule clock_time_at;       // 10 a.m. Friday, noon
Rule repeated_time_at;    // daily, every Friday
Rule counted_unit_at;     // two days later, the past three weeks, six months

/// Reads "night" at `i` into `time`; returns the position behind it, or `i` if none is there.
std::size_t read_day_part(const Lexemes& lexemes, std::size_t i, TimeOfDay& time);

[[nodiscard]] TimeOfDay time_of(const Lexeme& day_part);

/// The year behind a day, month or season: ", 2016", "of last year", "of the same year", "480 BC".
struct YearSuffix {
  std::optional<int> year = {};
  Reference reference = Reference::none;
  int count = 0;        ///< years from the reference
  std::size_t end = 0;  ///< where it starts if there is none

  void apply_to(Expression& expression) const;
};
[[nodiscard]] YearSuffix year_suffix_at(const Lexemes& lexemes, std::size_t i);

/// Whether the number at `i` is a year and not a quantity, a name or a resolution.
[[nodiscard]] bool is_year(const Lexemes& lexemes, std::size_t i);

/// Whether the words at `i` make a number before them a quantity or a name: "people", "Brigade".
[[nodiscard]] bool counts_or_names(const Lexemes& lexemes, std::size_t i);

/// Members of a list of days: bounds the look-ahead.
inline constexpr std::size_t kMostMembers = 8;

/// Whether "between", or "between the", stands before `i`.
[[nodiscard]] bool is_between(const Lexemes& lexemes, std::size_t i);

/// "last", "this", "next" ... before a unit or a name of one.
struct Direction {
  Reference reference = Reference::none;
  int count = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<Direction> direction_at(const Lexemes& lexemes, std::size_t i);

/// The same before the name of a month, a season or a weekday.
[[nodiscard]] std::optional<Direction> name_direction_at(const Lexemes& lexemes, std::size_t i);

/// Ties neighbours: "30 September-2 October", "from March to June 2016", "March and April 2016".
void combine_neighbours(const Lexemes& lexemes, Expressions& expressions);

/// An expression over lexemes [begin, end).
[[nodiscard]] Expression expression_over(const Lexemes& lexemes, std::size_t begin, std::size_t end,
                                         std::string_view rule);

}  // namespace furat::analysis::dates
