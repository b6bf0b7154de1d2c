// The words that temporal expressions are made of: months, weekdays, numbers, units, and the
// function words between.
#pragma once

#include <cstdint>
#include <string_view>

namespace furat::analysis::dates {

/// What part a word can play in a temporal expression.
enum class Kind : std::uint8_t {
  other,    ///< no part of one
  end,      ///< past the last word
  number,   ///< 7, 2016, seven
  ordinal,  ///< 7th, seventh
  decade,   ///< 1990s: value 1990; 90s: value 90
  month,
  weekday,
  season,
  quarter,    ///< Q1
  half_year,  ///< H1
  unit,       ///< days, years
  day_part,   ///< morning, night: value is a DayPart
  clock,      ///< 8am, the 30pm of 12:30pm: `word` is am or pm
  feast,      ///< Ramadan: value is a Feast; ambiguous: only before "Day"
  frequency,  ///< daily: value is a Unit
  quantity,   ///< what numbers count: people, km
  formation,  ///< what is named after a date: Brigade, Square
  word,       ///< a function word, see Word
};

/// Function words; one entry for words of the same use.
enum class Word : std::uint8_t {
  none,
  the,
  a,
  in,
  on,
  of,
  at,
  by,
  from,
  to,
  until,
  through,
  since,
  during,
  over,
  before,
  after,
  between,
  and_,
  for_,
  last,
  past,
  previous,
  next,
  this_,
  that,
  same,
  following,
  coming,
  current,
  closing,
  ago,
  earlier,
  later,
  onwards,
  early,
  mid,
  late,
  beginning,
  ending,
  middle,
  part,
  half,
  latter,
  about,
  more,
  less,
  than,
  nearly,
  least,
  most,
  only,
  now,
  recently,
  recent,
  today,
  yesterday,
  tomorrow,
  tonight,
  bc,
  ad,
  every,
  aged,
  old,
  numbered,
  named_day,
  present,
  campaign,
  christmas,
  eve,
  new_,
  am,
  pm,
  oclock,
  eid,
  eid_name,  ///< Fitr, Adha: value is a Feast
  zone,      ///< GMT
  another,
  future,  ///< the noun
  latest,
  period,
  fiscal,
  twice,      ///< "once", "twice": something a week
  lasts,      ///< "took", "spent": a length follows
  will,       ///< "will", "scheduled": what goes with it lies ahead
  said,       ///< reports what somebody said, which may lie ahead or not
  past_verb,  ///< "was", "fell": what goes with it is over
  be,         ///< "is", "are" too
  set,
  anniversary,
  then,
  clause,  ///< begins or goes on with a clause: "it", "when", "was"
};

enum class DayPart : std::uint8_t { morning, afternoon, evening, night, noon, midnight, overnight };

inline constexpr int kIndefinite = -1;  ///< the value of "several", "few"

inline constexpr int kPast = 1;  ///< the value of "took", "spent"

inline constexpr int kPersons =
    1;  ///< the value of a quantity of people, who may also be a subject

struct WordEntry {
  Kind kind = Kind::other;
  Word word = Word::none;
  int value = 0;
  bool abbreviated = false;  ///< may carry a full stop: "Sept."
  bool ambiguous = false;    ///< also an ordinary word or a name: "May", "Sun"
  bool plural = false;
  bool foreign = false;  ///< a month of another language: only with a day or a year
};

/// A verb in the past by its form: "ended", but not "need" or "hundred".
[[nodiscard]] bool is_regular_past(std::string_view folded);

/// The entry of a folded word; kind other if it is in no table.
[[nodiscard]] WordEntry word_entry(std::string_view folded);

}  // namespace furat::analysis::dates
