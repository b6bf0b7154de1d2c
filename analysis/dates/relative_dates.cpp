// Expressions that count from another day: yesterday, last week, next Friday, the following month.
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

Expression shift_over(const Lexemes& lexemes, std::size_t begin, std::size_t end, Unit unit,
                      const Direction& direction) {
  Expression out = expression_over(
      lexemes, begin, end,
      direction.reference == Reference::text ? "relative.text" : "relative.published");
  out.form = Form::shift;
  out.reference = direction.reference;
  out.count = direction.count;
  out.count_unit = unit;
  return out;
}

Expression reference_over(const Lexemes& lexemes, std::size_t begin, std::size_t end,
                          std::string_view value) {
  Expression out = expression_over(lexemes, begin, end, "reference");
  out.form = Form::reference;
  out.value = value;
  return out;
}

bool is_calendar_unit(const Lexeme& word) {
  return word.kind == Kind::unit && !word.plural && word.value >= static_cast<int>(Unit::day);
}

/// "later", "earlier" before "that year", with "in the" or not; the position behind it.
std::size_t after_adverb(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  if (!at.take_any({Word::later, Word::earlier, Word::late, Word::early})) return i;
  at.take(Word::in);
  return at.position();
}

/// "the past week" and "the last week" are the seven days before; "the last week of May" is
/// neither.
std::optional<Expression> elapsed_unit(const Lexemes& lexemes, std::size_t i, std::size_t unit) {
  if (lexemes[unit + 1].word == Word::of) return std::nullopt;
  if (lexemes[unit].value == static_cast<int>(Unit::day)) return std::nullopt;
  Expression out = expression_over(lexemes, i, unit + 1, "relative.elapsed");
  out.form = Form::elapsed;
  out.reference = Reference::publication;
  out.count = -1;
  out.count_unit = static_cast<Unit>(lexemes[unit].value);
  return out;
}

bool is_elapsed(const Lexemes& lexemes, std::size_t i, std::size_t unit) {
  for (std::size_t k = i; k < unit; ++k) {
    const bool past = lexemes[k].word == Word::past;
    const bool the_last = lexemes[k].word == Word::last && k > i;
    if (past || the_last) return static_cast<Unit>(lexemes[unit].value) != Unit::weekend;
  }
  return false;
}

/// "the next day" counts from the text even without its article.
Direction for_unit(Direction direction, Unit unit) {
  if (unit == Unit::day && direction.count > 0) direction.reference = Reference::text;
  return direction;
}

/// "that morning", "last night": the day of it.
std::optional<Expression> part_of_day(const Lexemes& lexemes, std::size_t i,
                                      const Direction& direction) {
  const Lexeme& part = lexemes[direction.end];
  if (part.kind != Kind::day_part || part.link != Link::space) return std::nullopt;
  Expression out =
      shift_over(lexemes, i, direction.end + 1, Unit::day, for_unit(direction, Unit::day));
  out.time = time_of(part);
  return out;
}

/// "the weekend", and "the month" behind "later in".
std::optional<Expression> plain_unit(const Lexemes& lexemes, std::size_t i, std::size_t at) {
  const Lexeme& unit = lexemes[at + 1];
  if (lexemes[at].word != Word::the || !is_calendar_unit(unit) || unit.link != Link::space)
    return std::nullopt;
  const bool weekend = unit.value == static_cast<int>(Unit::weekend);
  if ((!weekend && at == i) || lexemes[at + 2].word == Word::of) return std::nullopt;
  Expression out = shift_over(lexemes, i, at + 2, static_cast<Unit>(unit.value),
                              {.reference = Reference::publication});
  out.most_recent = weekend;
  out.at_hand = true;
  return out;
}

/// "in the evening", "during the night": of the last day that was named
std::optional<Expression> part_of_last_day(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &before = lexemes.before(i), &part = lexemes[i + 1];
  if (lexemes[i].word != Word::the || part.kind != Kind::day_part || part.link != Link::space ||
      part.value > static_cast<int>(DayPart::night) ||
      !is_one_of(before.word, {Word::in, Word::during, Word::by, Word::for_}) ||
      is_one_of(lexemes[i + 2].word, {Word::of, Word::on}))
    return std::nullopt;
  Expression out = expression_over(lexemes, i, i + 2, "date.time");
  out.form = Form::time_of_day;
  out.reference = Reference::text;
  out.time = time_of(part);
  return out;
}

/// "the future", "the past"
std::optional<Expression> past_or_future(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &noun = lexemes[i + 1], &next = lexemes[i + 2];
  if (lexemes[i].word != Word::the || noun.link != Link::space) return std::nullopt;
  const bool follows_noun =
      next.link == Link::space && next.kind != Kind::end && next.kind != Kind::word;
  const bool goes_on = is_one_of(next.word, {Word::of, Word::half, Word::past});
  if (follows_noun || goes_on) return std::nullopt;
  if (noun.word == Word::future) return reference_over(lexemes, i, i + 2, "FUTURE_REF");
  if (noun.word == Word::past) return reference_over(lexemes, i, i + 2, "PAST_REF");
  return std::nullopt;
}

/// "overnight", but not "an overnight stay"
std::optional<Expression> overnight_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& word = lexemes[i];
  if (word.kind != Kind::day_part || word.value != static_cast<int>(DayPart::overnight) ||
      lexemes.before(i).word == Word::a)
    return std::nullopt;
  Expression out = shift_over(lexemes, i, i + 1, Unit::day, {Reference::publication, -1});
  out.time = time_of(word);
  return out;
}

bool ends_phrase(const Lexeme& next) { return next.link != Link::space || next.kind == Kind::end; }

/// "the day before", "the day after tomorrow", "the day following".
std::optional<Expression> neighbouring_day(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  at.take(Word::the);
  const Lexeme unit = at.peek();
  const bool part = unit.kind == Kind::day_part && unit.value <= static_cast<int>(DayPart::night);
  const bool day = unit.kind == Kind::unit && unit.value == static_cast<int>(Unit::day);
  if ((!day && !part) || unit.plural || !at.spaced()) return std::nullopt;
  at.advance();
  const bool before = at.take(Word::before), after = !before && at.take(Word::after);
  const bool following = !before && !after && at.take(Word::following);
  if (!before && !after && !following) return std::nullopt;
  if (part && (!before || lexemes[i].word != Word::the)) return std::nullopt;
  if (before && at.take(Word::yesterday))
    return shift_over(lexemes, i, at.position(), Unit::day, {Reference::publication, -2});
  if (after && at.take(Word::tomorrow))
    return shift_over(lexemes, i, at.position(), Unit::day, {Reference::publication, 2});
  const bool verb_follows = following && at.peek().kind == Kind::other && !at.peek().capital;
  if (!ends_phrase(at.peek()) && !verb_follows) return std::nullopt;
  Expression out =
      shift_over(lexemes, i, at.position(), Unit::day, {Reference::text, before ? -1 : 1});
  if (part) out.time = time_of(unit);  // "the night before"
  return out;
}

/// The days that "today" and its like are from the reference day; none for other words.
std::optional<int> days_from_today(Word word) {
  switch (word) {
    case Word::today:
    case Word::tonight:
      return 0;
    case Word::yesterday:
      return -1;
    case Word::tomorrow:
      return 1;
    default:
      return std::nullopt;
  }
}

/// "in recent weeks"
bool is_recent_unit(const Lexemes& lexemes, std::size_t i) {
  return lexemes[i].word == Word::recent && lexemes[i + 1].kind == Kind::unit &&
         lexemes[i + 1].plural && lexemes[i + 1].link == Link::space;
}

/// A weekday inside a name: "Good Friday", "the Sunday Times", or a habit: "every Friday".
bool is_name_or_habit(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &before = lexemes.before(i), &next = lexemes[i + 1];
  if (lexemes[i].link == Link::space && before.word == Word::every) return true;
  if (lexemes[i].link == Link::space && before.word == Word::named_day && before.capital)
    return true;
  const bool noun =
      next.kind == Kind::other || next.kind == Kind::formation || next.kind == Kind::quantity;
  const bool named = noun && next.capital && next.link == Link::space;
  return named && before.word == Word::the;
}

/// "Monday last week", "Sunday of next week"
std::optional<Expression> weekday_of_week(const Lexemes& lexemes, std::size_t at, std::size_t i) {
  Cursor ahead(lexemes, i);
  if (!ahead.spaced() || lexemes[i].link != Link::space) return std::nullopt;
  ahead.take(Word::of);
  const auto direction = direction_at(lexemes, ahead.position());
  if (!direction) return std::nullopt;
  const Lexeme& unit = lexemes[direction->end];
  if (!is_unit(unit, Unit::week) || unit.plural) return std::nullopt;
  Expression out = expression_over(lexemes, at, direction->end + 1, "relative.weekday");
  out.form = Form::weekday;
  out.point = {.unit = Unit::day, .day = lexemes[at].value};
  out.reference = direction->reference;
  out.count = direction->count;
  out.count_unit = Unit::week;
  return out;
}

}  // namespace

std::optional<Direction> direction_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  const bool article = at.take(Word::the);
  const auto found = [&](Reference reference, int count) {
    return Direction{reference, count, at.position()};
  };
  if (at.take(Word::last) || at.take(Word::past) || at.take(Word::latest))
    return found(Reference::publication, -1);
  if (at.take(Word::previous)) return found(Reference::text, -1);
  if (at.take(Word::next)) return found(article ? Reference::text : Reference::publication, 1);
  if (at.take(Word::coming)) return found(Reference::publication, 1);
  if (at.take(Word::following)) return found(Reference::text, 1);
  if (at.take(Word::current)) return found(Reference::publication, 0);
  if (at.take(Word::same)) return found(Reference::text, 0);
  if (!article && at.take(Word::that)) {
    at.take(Word::same);
    return found(Reference::text, 0);
  }
  if (article || !at.take(Word::this_)) return std::nullopt;
  if (at.take(Word::past)) return found(Reference::publication, -1);
  if (at.take(Word::coming)) return found(Reference::publication, 1);
  if (at.take(Word::same)) return found(Reference::text, 0);
  return found(Reference::publication, 0);
}

std::optional<Direction> name_direction_at(const Lexemes& lexemes, std::size_t i) {
  // "said that July was": a conjunction
  if (lexemes[i].word == Word::that) return std::nullopt;
  return direction_at(lexemes, i);
}

std::optional<Expression> named_unit_at(const Lexemes& lexemes, std::size_t i) {
  if (auto day = neighbouring_day(lexemes, i)) return day;
  const std::size_t at = after_adverb(lexemes, i);
  if (auto unit = plain_unit(lexemes, i, at)) return unit;
  const auto direction = direction_at(lexemes, at);
  if (!direction) return std::nullopt;
  if (auto part = part_of_day(lexemes, i, *direction)) return part;
  const Lexeme& unit = lexemes[direction->end];
  if (!is_calendar_unit(unit) || unit.link != Link::space) return std::nullopt;
  if (is_elapsed(lexemes, at, direction->end)) return elapsed_unit(lexemes, i, direction->end);
  const auto kind = static_cast<Unit>(unit.value);
  if (kind == Unit::day && lexemes[at].word == Word::last) return std::nullopt;
  return shift_over(lexemes, i, direction->end + 1, kind, for_unit(*direction, kind));
}

std::optional<Expression> unit_under_way_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& unit = lexemes[i + 1];
  if (lexemes[i].word != Word::the || !is_calendar_unit(unit) || unit.link != Link::space ||
      unit.value == static_cast<int>(Unit::day) || lexemes[i + 2].word == Word::of)
    return std::nullopt;
  Expression out = shift_over(lexemes, i, i + 2, static_cast<Unit>(unit.value),
                              {.reference = Reference::publication});
  out.at_hand = true;
  return out;
}

std::optional<Expression> deictic_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& word = lexemes[i];
  if (const auto days = days_from_today(word.word)) {
    TimeOfDay time = word.word == Word::tonight ? TimeOfDay{.part = "NI"} : TimeOfDay{};
    const std::size_t end = read_day_part(lexemes, i + 1, time);
    Expression out = shift_over(lexemes, i, end, Unit::day, {Reference::publication, *days});
    out.time = time;
    if (word.word == Word::today) out.value = "PRESENT_REF";  // what it is in a history
    return out;
  }
  if (auto part = part_of_last_day(lexemes, i)) return part;
  if (auto ref = past_or_future(lexemes, i)) return ref;
  if (auto night = overnight_at(lexemes, i)) return night;
  if (word.word == Word::now) return reference_over(lexemes, i, i + 1, "PRESENT_REF");
  if (word.word == Word::recently) return reference_over(lexemes, i, i + 1, "PAST_REF");
  if (is_recent_unit(lexemes, i)) return reference_over(lexemes, i, i + 2, "PAST_REF");
  if (word.word == Word::at && lexemes[i + 1].word == Word::present)
    return reference_over(lexemes, i + 1, i + 2, "PRESENT_REF");
  return std::nullopt;
}

std::optional<Expression> weekday_at(const Lexemes& lexemes, std::size_t i) {
  const auto direction = name_direction_at(lexemes, i);
  const std::size_t at = direction ? direction->end : i;
  const Lexeme& day = lexemes[at];
  if (day.kind != Kind::weekday || is_name_or_habit(lexemes, at)) return std::nullopt;
  if (direction && day.link != Link::space) return std::nullopt;
  const bool on = lexemes.before(at).word == Word::on && day.link == Link::space;
  if (day.abbreviated && !direction && !on) return std::nullopt;
  TimeOfDay time;
  const std::size_t end = read_day_part(lexemes, at + 1, time);
  if (!direction)
    if (auto of_week = weekday_of_week(lexemes, at, end)) {
      of_week->time = time;
      return of_week;
    }
  Expression out = expression_over(lexemes, i, end, "relative.weekday");
  out.time = time;
  out.form = Form::weekday;
  out.point = {.unit = Unit::day, .day = day.value};
  out.reference = direction ? direction->reference : Reference::none;
  out.count = direction ? direction->count : 0;
  return out;
}

}  // namespace furat::analysis::dates
