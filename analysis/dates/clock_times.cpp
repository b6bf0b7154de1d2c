// Times of day: "10 a.m. Friday", "at 14:30", "around 7:30 in the morning", "noon".
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

constexpr int kMinutes = 60, kHours = 24, kNoon = 12;

struct ClockTime {
  int hour = 0, minute = 0;
  std::size_t end = 0;
  [[nodiscard]] int minutes() const { return hour * kMinutes + minute; }
};

bool introduces_time(const Lexeme& word) {
  return is_one_of(word.word, {Word::at, Word::about, Word::by, Word::until, Word::from,
                               Word::after, Word::before, Word::since, Word::between});
}

bool is_hour(const Lexeme& word) {
  return word.kind == Kind::number && word.digits <= 2 && word.value >= 0 && word.value <= kHours &&
         !word.money && !word.percent;
}

/// The half of the day that "a.m." or "p.m." says.
bool set_half(ClockTime& time, Word half) {
  if (time.hour < 1 || time.hour > kNoon) return false;
  time.hour = time.hour % kNoon + (half == Word::pm ? kNoon : 0);
  return true;
}

bool is_minute(const Lexeme& word) {
  return word.link == Link::colon && word.tight && word.digits == 2 && word.value < kMinutes &&
         (word.kind == Kind::number || word.kind == Kind::clock);
}

/// "in the morning", "at night": the half of the day behind a time without one.
std::size_t after_half(const Lexemes& lexemes, ClockTime& time) {
  Cursor at(lexemes, time.end);
  const bool in = at.take(Word::in) && at.take(Word::the);
  if (!in && !at.take(Word::at)) return time.end;
  const Lexeme part = at.peek();
  if (!at.take(Kind::day_part) || part.value > static_cast<int>(DayPart::night)) return time.end;
  const bool morning = part.value == static_cast<int>(DayPart::morning);
  return set_half(time, morning ? Word::am : Word::pm) ? at.position() : time.end;
}

/// "1130 am", "8.30 a.m.", "10.50pm"
std::optional<ClockTime> joined_figures_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& number = lexemes[i];
  const bool whole = number.kind == Kind::clock;
  const Lexeme& half = whole ? number : lexemes[i + 1];
  if ((number.digits != 3 && number.digits != 4) || (!whole && half.kind == Kind::clock) ||
      (!whole && half.link != Link::space) || (half.word != Word::am && half.word != Word::pm))
    return std::nullopt;
  ClockTime time{
      .hour = number.value / 100, .minute = number.value % 100, .end = whole ? i + 1 : i + 2};
  return time.minute < kMinutes && set_half(time, half.word) ? std::optional(time) : std::nullopt;
}

/// "8am", "10 a.m.", "3:30 p.m.", "12:30pm"
std::optional<ClockTime> time_with_half(const Lexemes& lexemes, std::size_t i) {
  if (auto joined = joined_figures_at(lexemes, i)) return joined;
  const Lexeme &hour = lexemes[i], &next = lexemes[i + 1];
  ClockTime time{.hour = hour.value, .end = i + 1};
  if (hour.kind == Kind::clock && hour.digits <= 2)
    return set_half(time, hour.word) ? std::optional(time) : std::nullopt;
  if (!is_hour(hour)) return std::nullopt;
  if (is_minute(next)) {
    time.minute = next.value;
    time.end = i + 2;
    if (next.kind == Kind::clock)
      return set_half(time, next.word) ? std::optional(time) : std::nullopt;
  }
  const Lexeme& half = lexemes[time.end];
  if ((half.word != Word::am && half.word != Word::pm) || half.kind == Kind::clock ||
      half.link != Link::space)
    return std::nullopt;
  ++time.end;
  return set_half(time, half.word) ? std::optional(time) : std::nullopt;
}

/// "14:30", "1930 GMT", "11 o'clock", "8 in the morning"
std::optional<ClockTime> time_of_hours(const Lexemes& lexemes, std::size_t i) {
  const Lexeme &hour = lexemes[i], &next = lexemes[i + 1];
  if (hour.kind == Kind::number && hour.digits == 4 && next.word == Word::zone &&
      hour.value % 100 < kMinutes && hour.value / 100 < kHours)
    return ClockTime{.hour = hour.value / 100, .minute = hour.value % 100, .end = i + 2};
  if (!is_hour(hour) || hour.tight) return std::nullopt;
  ClockTime time{.hour = hour.value, .end = i + 1};
  const bool minutes = is_minute(next) && next.kind == Kind::number;
  if (minutes) {
    time.minute = next.value;
    time.end = i + 2;
  }
  const bool oclock = !minutes && next.word == Word::oclock && next.link == Link::space;
  if (oclock) time.end = i + 2;
  const std::size_t half_end = after_half(lexemes, time);
  const bool half = half_end > time.end;
  const bool zone = minutes && lexemes[time.end].word == Word::zone;
  const bool introduced = introduces_time(lexemes.before(i)) && hour.link == Link::space;
  if (!oclock && !zone && !(introduced && (minutes || half))) return std::nullopt;
  time.end = half ? half_end : time.end + (zone ? 1 : 0);
  if (time.hour == kHours && time.minute > 0) return std::nullopt;
  return time;
}

/// "noon", "midnight" where they stand for themselves.
std::optional<ClockTime> named_time(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& word = lexemes[i];
  if (word.kind != Kind::day_part || lexemes[i + 1].link == Link::dash) return std::nullopt;
  if (word.value == static_cast<int>(DayPart::noon)) return ClockTime{.hour = kNoon, .end = i + 1};
  if (word.value == static_cast<int>(DayPart::midnight))
    return ClockTime{.hour = kHours, .end = i + 1};
  return std::nullopt;
}

/// The day behind a time: "Friday", "on March 5", "the next day", "yesterday".
std::optional<Expression> day_behind(const Lexemes& lexemes, std::size_t i) {
  const std::size_t at = lexemes[i].word == Word::on ? i + 1 : i;
  if (lexemes[i].link != Link::space || lexemes[at].link != Link::space) return std::nullopt;
  for (Rule* rule : {&weekday_at, &deictic_at, &named_unit_at})
    if (auto day = rule(lexemes, at); day && day->form != Form::reference &&
                                      (day->form == Form::weekday || day->count_unit == Unit::day))
      return day;
  Expressions days;
  if (read_days(lexemes, at, days) > at && days.size() == 1 && days.front().form == Form::point)
    return days.front();
  return std::nullopt;
}

}  // namespace

std::optional<Expression> clock_time_at(const Lexemes& lexemes, std::size_t i) {
  auto time = time_with_half(lexemes, i);
  if (!time) time = time_of_hours(lexemes, i);
  if (!time) time = named_time(lexemes, i);
  if (!time) return std::nullopt;
  auto day = day_behind(lexemes, time->end);
  Expression out = expression_over(lexemes, i, day ? day->end : time->end, "date.time");
  if (day) {
    day->begin = i;
    day->span.begin = out.span.begin;
    out = *day;
  } else {
    out.form = Form::time_of_day;
    out.reference = Reference::text;
  }
  out.time = {.minutes = time->minutes()};
  return out;
}

std::size_t read_day_part(const Lexemes& lexemes, std::size_t i, TimeOfDay& time) {
  const Lexeme& part = lexemes[i];
  if (part.kind != Kind::day_part || part.link != Link::space) return i;
  time = time_of(part);
  return i + 1;
}

TimeOfDay time_of(const Lexeme& day_part) {
  switch (static_cast<DayPart>(day_part.value)) {
    case DayPart::morning:
      return {.part = "MO"};
    case DayPart::afternoon:
      return {.part = "AF"};
    case DayPart::evening:
      return {.part = "EV"};
    case DayPart::night:
    case DayPart::overnight:
      return {.part = "NI"};
    case DayPart::noon:
      return {.minutes = kNoon * kMinutes};
    case DayPart::midnight:
      return {.minutes = kHours * kMinutes};
  }
  return {};
}

}  // namespace furat::analysis::dates
