// What the grammar reads from the words, before any year or anchor is known; the resolver gives it
// a place in the calendar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/dates/calendar.hpp"
#include "analysis/text/byte_span.hpp"

namespace furat::analysis::dates {

/// Against what an expression counts.
enum class Reference : std::uint8_t {
  none,         ///< it says its own year
  window,       ///< no year: the latest reading not much after the publication
  publication,  ///< "last year"
  text,         ///< the last date before it in the text: "the next day"
};

/// Which third of a unit is meant.
enum class Part : std::uint8_t { whole, early, mid, late };

/// Which of the first two numbers of 3/4/2017 is the day, as far as they tell.
enum class DayOrder : std::uint8_t { stated, day_first, month_first, undecided };

/// A calendar unit as the words state it. `year` is absent until it is known; BC years are
/// negative.
struct CalendarPoint {
  Unit unit = Unit::day;  ///< day, weekend, month, quarter, half, season, year, decade or century
  std::optional<int> year = {};  ///< of a decade or century: its first year
  int month = 0;
  int day = 0;
  int index = 0;  ///< number of the quarter, half or season; the Feast
  friend bool operator==(const CalendarPoint&, const CalendarPoint&) = default;
};

enum class Form : std::uint8_t {
  point,         ///< calendar words, perhaps without a year: "9 February"
  range,         ///< days of one month joined by a dash: "September 3-5"
  weekday,       ///< "on Monday", "last Friday"
  shift,         ///< whole units before or after a reference: "last week", "two days later"
  elapsed,       ///< the time up to or from the reference: "the past two weeks"
  duration,      ///< a length: "two days"
  reference,     ///< "now", "recently"
  day_of_month,  ///< "on the 9th": of the month of the last date before it; with a weekday as
                 ///< its `index` the nearest such day
  time_of_day,   ///< "at 10 a.m.": of the last day before it
  repeated,      ///< "daily", "every Friday": a set of times
};

/// What of a day: "night", "10 a.m."
struct TimeOfDay {
  std::string_view part = {};  ///< as in TIMEX3: MO, AF, EV, NI; empty: none
  int minutes = -1;            ///< from the start of the day, up to 1440; -1: no clock time
  [[nodiscard]] bool any() const { return !part.empty() || minutes >= 0; }
};

/// What the verb nearest to a date tells of its time.
enum class Tense : std::uint8_t { unclear, past, ahead };

/// What the text around an expression tells about a year that it does not state.
struct YearHints {
  int sentence = 0;  ///< its number in the passage
  Tense tense = Tense::unclear;
  bool term = false;                       ///< behind "by"
  bool coordinated = false;                ///< behind a conjunction: "and in October"
  bool excursion = false;                  ///< a stated date that the text leaves at once again
  std::optional<int> anniversary = {};     ///< the year of the anniversary in its sentence
  std::optional<CalendarPoint> next = {};  ///< the next date of the article that states its year
};

struct Expression {
  ByteSpan span = {};
  std::size_t begin = 0, end = 0;  ///< lexemes [begin, end)
  Form form = Form::point;
  CalendarPoint point = {};  ///< of a weekday: `day` is 1..7
  CalendarPoint until = {};  ///< of a range: its last member
  Reference reference = Reference::none;
  int count = 0;  ///< units to move, or years for a point with a reference
  Unit count_unit = Unit::year;
  int lesser_count = 0;  ///< "two hours and 48 minutes": 48 of lesser_unit
  Unit lesser_unit = Unit::minute;
  Part part = Part::whole;
  TimeOfDay time = {};
  DayOrder order = DayOrder::stated;
  bool begins_range = false;  ///< the expression behind it is the other end: "March to June"
  bool before_next = false;   ///< a weekday before the next one: "on Thursday and Friday"
  bool indefinite = false;    ///< "several", "few": the count is not known
  bool and_a_half = false;    ///< "three and a half years"
  bool ahead = false;         ///< what is said before it lies in the future: "will meet on Friday"
  bool opens_sentence = false;  ///< stands at its start, perhaps behind a preposition
  bool keeps_unit = false;      ///< of the same part of the year as the date told before it
  bool most_recent = false;     ///< "the weekend": the one that is over or under way
  bool at_hand = false;         ///< "the month": the one under way, or the one told of
  std::uint8_t flags = 0;       ///< DateFlag
  std::string_view mod = {};    ///< MORE_THAN, BEFORE, ...: what a bound before a number says
  std::string_view value = {};  ///< of a reference: PRESENT_REF
  std::string_view rule = {};
  YearHints hints = {};
};

[[nodiscard]] inline bool is_day_or_month(const CalendarPoint& point) {
  return point.unit == Unit::day || point.unit == Unit::month;
}

/// Whether its year is left to be inferred.
[[nodiscard]] inline bool lacks_year(const Expression& expression) {
  const CalendarPoint& point = expression.form == Form::range ? expression.until : expression.point;
  const bool calendar = expression.form == Form::point || expression.form == Form::range;
  return calendar && !point.year && expression.reference == Reference::window;
}

}  // namespace furat::analysis::dates
