// A temporal expression found in a text and the calendar interval it means.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/byte_span.hpp"

namespace furat::analysis {

enum class Granularity : std::uint8_t {  // stored in the index: do not renumber
  day = 0,
  week = 1,
  month = 2,
  quarter = 3,
  season = 4,
  year = 5,
  decade = 6,
  century = 7,
  range = 8,       ///< an interval of several units: "September 3-5"
  duration = 9,    ///< a length of time without a place in the calendar: "two days"
  reference = 10,  ///< "now", "recently": PRESENT_REF, PAST_REF, FUTURE_REF
};

/// The kinds of TIMEX3.
enum class TimexType : std::uint8_t { date, time, duration, set };

/// Bits of DateMention::flags; stored in the index: do not renumber.
enum DateFlag : std::uint8_t {
  kApproximate = 1,     ///< "about", "early", "mid"
  kOpenStart = 2,       ///< "until March", "more than two years ago"
  kOpenEnd = 4,         ///< "since 2014"
  kYearInferred = 8,    ///< the text gives no year; it was resolved against `anchor`
  kRelative = 16,       ///< "yesterday", "last week", "two days later"
  kYearUnknown = 32,    ///< no year could be known: value "--02-09", no interval
  kDayMonthOrder = 64,  ///< 3/4/2017: which is the day was not decided by the article
  kBeginsRange = 128    ///< "from March to June": the mention behind it in the passage is the end
};

/// "year-inferred", "begins-range": the names of the bits that are set, as the outputs write them.
[[nodiscard]] std::vector<std::string> names_of_flags(std::uint8_t flags);

struct DateMention {
  ByteSpan span;      ///< of the passage text
  std::string value;  ///< TIMEX3: 2017-10, 2019-02-09, 2019-W06, 201 (decade), --02-09, P2D,
                      ///< PRESENT_REF; ranges 2017-09-03/2017-09-05
  std::optional<std::chrono::sys_days> first,
      last;  ///< closed interval; an open side has its flag and the far bound left out
  Granularity granularity = Granularity::day;
  std::uint8_t flags = 0;
  TimexType type = TimexType::date;
  std::string_view mod;   ///< as TIMEX3 names it: START, MID, END, APPROX, MORE_THAN, ...; or empty
  std::string_view rule;  ///< static name of the rule, e.g. "date.month-day-year"
  std::string anchor;     ///< ISO day it was resolved against, or empty
};

}  // namespace furat::analysis
