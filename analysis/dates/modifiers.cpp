// What stands before a date and narrows it: "early", "the end of", "the night of", "about".
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

struct Modifier {
  Part part = Part::whole;
  std::uint8_t flags = 0;
  bool of_day = false;  ///< "the night of": a day must follow
  TimeOfDay time = {};
  bool of_month = false;  ///< "the first week of": a month or season must follow
  std::size_t end = 0;
};

std::optional<Part> part_named(Word word) {
  switch (word) {
    case Word::early:
    case Word::beginning:
      return Part::early;
    case Word::mid:
    case Word::middle:
      return Part::mid;
    case Word::late:
    case Word::ending:
      return Part::late;
    default:
      return std::nullopt;
  }
}

bool needs_of(Word word) { return is_one_of(word, {Word::beginning, Word::middle, Word::ending}); }

/// "(the) night of", "(the) morning hours of"
std::optional<TimeOfDay> take_day_part_of(Cursor& at) {
  Cursor ahead = at;
  ahead.take(Word::the);
  const Lexeme part = ahead.peek();
  if (!ahead.take(Kind::day_part)) return std::nullopt;
  if (ahead.peek().kind == Kind::unit && ahead.peek().value == static_cast<int>(Unit::hour))
    ahead.advance();
  if (!ahead.take(Word::of) && !ahead.take(Word::on)) return std::nullopt;
  at = ahead;
  return time_of(part);
}

/// Behind "early" and its like: "in", "on", "in the morning of", "part of".
void take_links(Cursor& at, Modifier& out) {
  Cursor ahead = at;
  const bool in = ahead.take_any({Word::in, Word::on});
  if (const auto time = take_day_part_of(ahead)) {
    out.of_day = true;
    out.time = *time;
    at = ahead;
    return;
  }
  if (in) at = ahead;
  ahead = at;
  if (ahead.take(Word::part) && ahead.take(Word::of)) at = ahead;
}

std::optional<Modifier> part_modifier_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  at.take(Word::the);
  const Word word = at.peek().word;
  const auto part = part_named(word);
  if (!part || !at.take(word)) return std::nullopt;
  Modifier out{.part = *part, .flags = kApproximate};
  if (needs_of(word)) {
    if (!at.take(Word::of)) return std::nullopt;
  } else {
    take_links(at, out);
  }
  out.end = at.position();
  if (out.of_day) out.part = Part::whole, out.flags = 0;
  return out;
}

/// "the latter part of", "the early part of" is read above
std::optional<Modifier> latter_part_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  at.take(Word::the);
  if (!at.take(Word::latter) || !at.take(Word::part) || !at.take(Word::of)) return std::nullopt;
  return Modifier{.part = Part::late, .flags = kApproximate, .end = at.position()};
}

/// The third of a month that its first, second or last week is about in.
std::optional<Part> part_counted(const Lexeme& which) {
  if (which.word == Word::last || which.word == Word::latter) return Part::late;
  if (which.kind != Kind::ordinal || which.value < 1 || which.value > 4) return std::nullopt;
  return which.value == 1 ? Part::early : which.value == 4 ? Part::late : Part::mid;
}

/// "the first week of", "the last days of", "the first ten days of", "the last third of",
/// "the second half of"
std::optional<Modifier> counted_part_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  at.take(Word::the);
  const auto part = part_counted(at.peek());
  if (!part || !at.spaced()) return std::nullopt;
  at.advance();
  const bool counted = at.take(Kind::number);
  const Lexeme unit = at.peek();
  const bool third = unit.kind == Kind::ordinal && unit.digits == 0 && unit.value == 3;
  const bool week = is_unit(unit, Unit::week), half = unit.word == Word::half;
  const bool days = is_unit(unit, Unit::day) && unit.plural;
  if (!at.spaced() || !(third || week || half || days)) return std::nullopt;
  at.advance();
  if (!at.take(Word::of)) return std::nullopt;
  const bool several_weeks = week && (counted || unit.plural);
  return Modifier{.part = half || several_weeks ? Part::whole : *part,
                  .flags = kApproximate,
                  .of_month = true,
                  .end = at.position()};
}

/// "about", "ca."
std::optional<Modifier> approximation_at(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].word != Word::about) return std::nullopt;
  return Modifier{.flags = kApproximate, .end = i + 1};
}

std::optional<Modifier> modifier_at(const Lexemes& lexemes, std::size_t i) {
  if (auto part = part_modifier_at(lexemes, i)) return part;
  if (auto latter = latter_part_at(lexemes, i)) return latter;
  if (auto counted = counted_part_at(lexemes, i)) return counted;
  if (auto about = approximation_at(lexemes, i)) return about;
  Cursor at(lexemes, i);
  const auto time = take_day_part_of(at);
  if (!time) return std::nullopt;
  return Modifier{.of_day = true, .time = *time, .end = at.position()};
}

bool takes(const Modifier& modifier, const Expression& expression) {
  const bool dated = expression.form == Form::point || expression.form == Form::shift ||
                     expression.form == Form::weekday || expression.form == Form::range;
  if (expression.form == Form::time_of_day)
    return modifier.part == Part::whole && !modifier.of_day && !modifier.of_month;
  const bool day = expression.form == Form::weekday || expression.point.unit == Unit::day;
  if (modifier.of_month) {
    const Unit unit =
        expression.form == Form::shift ? expression.count_unit : expression.point.unit;
    const bool one = expression.form == Form::point || expression.form == Form::shift;
    return one && (unit == Unit::month || unit == Unit::season);
  }
  return modifier.of_day ? dated && day : dated || modifier.part == Part::whole;
}

bool is_joined(const Lexeme& word) {
  return word.link == Link::space || word.link == Link::dash || word.link == Link::dot;
}

void apply(const Modifier& modifier, const Lexemes& lexemes, std::size_t begin,
           Expression& expression) {
  expression.begin = begin;
  expression.span.begin = lexemes[begin].span.begin;
  const bool day = expression.form == Form::weekday ||
                   (expression.form == Form::point && expression.point.unit == Unit::day);
  if (modifier.of_day && !expression.time.any()) expression.time = modifier.time;
  if (day && modifier.part != Part::whole) return;  // early on a day is that day
  expression.part = modifier.part;
  expression.flags |= modifier.flags;
}

}  // namespace

std::size_t read_expression(const Lexemes& lexemes, std::size_t i, Expressions& out) {
  const auto modifier = modifier_at(lexemes, i);
  if (!modifier || !is_joined(lexemes[modifier->end])) return read_unmodified(lexemes, i, out);
  const std::size_t first = out.size();
  std::size_t end = read_unmodified(lexemes, modifier->end, out);
  if (end == modifier->end) {
    const auto unit = unit_under_way_at(lexemes, modifier->end);
    if (!unit || (modifier->part == Part::whole && !modifier->of_month))
      return read_unmodified(lexemes, i, out);
    out.push_back(*unit);
    end = unit->end;
  }
  if (takes(*modifier, out[first])) {
    apply(*modifier, lexemes, i, out[first]);
    return end;
  }
  out.resize(first);
  return read_unmodified(lexemes, i, out);
}

}  // namespace furat::analysis::dates
