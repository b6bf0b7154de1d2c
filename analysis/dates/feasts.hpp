// Holidays as days of a year: fixed ones, weekdays of a month, those that go with Easter, and those
// of the Islamic calendar.
#pragma once

#include <cstdint>
#include <optional>

#include "analysis/dates/calendar.hpp"

namespace furat::analysis::dates {

enum class Feast : std::uint8_t {
  new_year,
  christmas_eve,
  christmas,
  new_years_eve,
  boxing_day,
  valentines_day,
  nowruz,
  may_day,
  halloween,
  veterans_day,
  memorial_day,
  labor_day,
  thanksgiving,
  palm_sunday,
  good_friday,
  easter,
  easter_monday,
  ashura,
  mawlid,
  ramadan,
  eid_al_fitr,
  eid_al_adha
};

/// The days of the feast that begins in `year`, the first one if the Islamic calendar has two
/// there; none outside years 1..9999, for Easter before 1583 and for Islamic feasts before 622.
/// Easter as in the Gregorian calendar (J. Meeus, Astronomical Algorithms, chapter 8); Islamic
/// feasts by the tabular calendar, which may be a day off from what was seen in the sky.
[[nodiscard]] std::optional<DayInterval> days_of_feast(Feast feast, int year);

/// Whether days_of_feast() may be a day off.
[[nodiscard]] bool is_lunar(Feast feast);

}  // namespace furat::analysis::dates
