// Seasons, quarters and halves of years.
#include <algorithm>

#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

constexpr int kQuarters = 4, kHalves = 2;

/// "the Arab Spring" is no season, "the fall of Aleppo" is no autumn.
bool is_time_of_year(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &before = lexemes.before(i), &season = lexemes[i], &next = lexemes[i + 1];
  if (before.kind == Kind::other && before.capital && season.capital) return false;
  if (season.ambiguous && next.word == Word::of) return false;
  if (season.link != Link::space || (next.kind == Kind::other && next.capital && season.capital))
    return false;
  const bool introduced = is_one_of(before.word, {Word::in, Word::during, Word::since, Word::until,
                                                  Word::early, Word::late, Word::mid, Word::of});
  return introduced || before.word == Word::the || next.word == Word::campaign;
}

Expression part_of_year(const Lexemes& lexemes, std::size_t begin, std::size_t end, Unit unit,
                        int index, std::string_view rule) {
  Expression out = expression_over(lexemes, begin, end, rule);
  out.point = {.unit = unit, .index = index};
  return out;
}

/// The second year of "the winter of 2016-2017" or "2016/17".
bool ends_in_next_year(const Lexemes& lexemes, const YearSuffix& year) {
  const Lexeme& next = lexemes[year.end];
  const bool joined = (next.link == Link::dash || next.link == Link::slash) && next.tight;
  if (!year.year || !joined || next.kind != Kind::number) return false;
  const int expected = *year.year + 1;
  return next.value == (next.digits == 2 ? expected % 100 : expected);
}

struct NumberedPart {
  Unit unit = Unit::quarter;
  int index = 0;
  std::size_t end = 0;
};

/// "Q1", "first quarter", "second half".
std::optional<NumberedPart> numbered_part_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &number = lexemes[i], &unit = lexemes[i + 1];
  if (number.kind == Kind::quarter) return NumberedPart{Unit::quarter, number.value, i + 1};
  if (number.kind == Kind::half_year && number.capital)
    return NumberedPart{Unit::half, number.value, i + 1};
  const bool second = number.word == Word::latter;
  if ((number.kind != Kind::ordinal && !second) ||
      (unit.link != Link::space && unit.link != Link::dash))
    return std::nullopt;
  const int index = second ? 2 : number.value;
  if (unit.word == Word::half && index <= kHalves) return NumberedPart{Unit::half, index, i + 2};
  const bool quarter = unit.kind == Kind::unit && unit.value == static_cast<int>(Unit::quarter);
  if (quarter && index <= kQuarters && !second) return NumberedPart{Unit::quarter, index, i + 2};
  return std::nullopt;
}

}  // namespace

std::optional<Expression> season_at(const Lexemes& lexemes, std::size_t i) {
  const auto direction = name_direction_at(lexemes, i);
  const bool article = !direction && lexemes[i].word == Word::the;
  const std::size_t at = direction ? direction->end : i + (article ? 1 : 0);
  if (lexemes[at].kind != Kind::season || lexemes[at].plural ||
      (at > i && lexemes[at].link != Link::space))
    return std::nullopt;
  YearSuffix year = year_suffix_at(lexemes, at + 1);
  const bool dated = year.end > at + 1;
  if (!dated && !direction && !is_time_of_year(lexemes, at)) return std::nullopt;
  if (ends_in_next_year(lexemes, year)) ++year.end;
  Expression out =
      part_of_year(lexemes, i, year.end, Unit::season, lexemes[at].value, "date.season");
  year.apply_to(out);
  if (direction && !dated) {
    out.reference = direction->reference;
    out.count = direction->count;
    out.rule = "relative.season";
  }
  return out;
}

/// "2017-Q3", "2017 H1"
std::optional<Expression> part_behind_year_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& part = lexemes[i + 1];
  const bool quarter = part.kind == Kind::quarter, half = part.kind == Kind::half_year;
  const bool joined = part.link == Link::space || (part.link == Link::dash && part.tight);
  if ((!quarter && !half) || !part.capital || !joined || !is_year(lexemes, i)) return std::nullopt;
  Expression out = part_of_year(lexemes, i, i + 2, quarter ? Unit::quarter : Unit::half, part.value,
                                "date.quarter");
  out.point.year = lexemes[i].value;
  return out;
}

std::optional<Expression> quarter_at(const Lexemes& lexemes, std::size_t i) {
  if (auto behind = part_behind_year_at(lexemes, i)) return behind;
  const std::size_t at = i + (lexemes[i].word == Word::the ? 1 : 0);
  const auto part = numbered_part_at(lexemes, at);
  if (!part) return std::nullopt;
  const YearSuffix year = year_suffix_at(lexemes, part->end);
  const bool alone = year.end == part->end;
  // "the second half" of a match, the "first quarter" of anything
  if (alone && (part->unit == Unit::half || lexemes[part->end].word == Word::of))
    return std::nullopt;
  Expression out = part_of_year(lexemes, i, year.end, part->unit, part->index, "date.quarter");
  year.apply_to(out);
  return out;
}

}  // namespace furat::analysis::dates
