#include "indexer/timeml/length_of_range.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "analysis/dates/calendar.hpp"

namespace furat::indexer {
namespace {

using analysis::DateMention;
using analysis::Granularity;
namespace dates = analysis::dates;
using Days = dates::DayInterval;

/// Ascending by length.
enum class LengthUnit : std::uint8_t { day, week, month, year, decade, century };

constexpr std::array<std::string_view, 6> kLetters{"D", "W", "M", "Y", "DE", "CE"};

std::string length(const std::optional<int>& count, LengthUnit unit) {
  std::string out = "P" + (count ? std::to_string(*count) : "X");
  return out.append(kLetters.at(static_cast<std::size_t>(unit)));
}

LengthUnit unit_of(const DateMention& mention) {
  switch (mention.granularity) {
    case Granularity::week:
      return LengthUnit::week;
    case Granularity::month:
    case Granularity::quarter:
    case Granularity::season:
      return LengthUnit::month;
    case Granularity::year:
      return LengthUnit::year;
    case Granularity::decade:
      return LengthUnit::decade;
    case Granularity::century:
      return LengthUnit::century;
    case Granularity::range:  // halves of years, else weekends and feasts
      return mention.value.find("-H") == std::string::npos ? LengthUnit::day : LengthUnit::month;
    default:
      return LengthUnit::day;
  }
}

int count_in(const Days& days, LengthUnit unit) {
  const int whole_days = static_cast<int>((days.last - days.first).count()) + 1;
  const int from = dates::year_of(days.first), to = dates::year_of(days.last);
  switch (unit) {
    case LengthUnit::day:
      return whole_days;
    case LengthUnit::week:
      return (whole_days + 6) / 7;
    case LengthUnit::month:
      return (to - from) * 12 + dates::month_of(days.last) - dates::month_of(days.first) + 1;
    case LengthUnit::year:
      return to - from + 1;
    case LengthUnit::decade:
      return to / 10 - from / 10 + 1;
    case LengthUnit::century:
      return to / 100 - from / 100 + 1;
  }
  return whole_days;
}

/// Takes `digits` digits and what stands before them; none if they are not there.
std::optional<int> take_number(std::string_view& text, std::string_view before,
                               std::size_t digits) {
  if (!text.starts_with(before) || text.size() < before.size() + digits) return std::nullopt;
  const char *begin = text.data() + before.size(), *end = begin + digits;
  int number = 0;
  if (*begin == '-' || std::from_chars(begin, end, number).ptr != end) return std::nullopt;
  text.remove_prefix(before.size() + digits);
  return number;
}

/// The days of "2017-09-03", and of "--09-03" or "--09" in `year`.
std::optional<Days> days_of(std::string_view value, int year) {
  if (value.starts_with("--"))
    value.remove_prefix(1);
  else if (const auto stated = take_number(value, "", 4))
    year = *stated;
  const auto month = take_number(value, "-", 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const auto day = take_number(value, "-", 2);
  if (!day) return value.empty() ? dates::months_from(year, *month, 1) : std::nullopt;
  if (!value.empty() && !value.starts_with('T')) return std::nullopt;  // a time of that day
  const auto found = dates::day_of(year, *month, *day);
  return found ? std::optional(Days{*found, *found}) : std::nullopt;
}

/// The days from the one to the other when the first is of `year`; an end that lies before its
/// beginning is of the year after.
std::optional<Days> days_from_to(std::string_view first, std::string_view last, int year) {
  const auto from = days_of(first, year);
  auto to = days_of(last, year);
  if (from && to && to->last < from->first) to = days_of(last, year + 1);
  if (!from || !to || to->last < from->first) return std::nullopt;
  return Days{from->first, to->last};
}

/// What the values alone tell; nothing where a leap year would make a difference.
std::optional<int> count_of_values(std::string_view first, std::string_view last, LengthUnit unit) {
  constexpr std::array kYears{2001, 2003, 2004};  // plain, followed by a leap year, a leap year
  std::optional<int> count;
  for (const int year : kYears) {
    const auto days = days_from_to(first, last, year);
    if (!days) continue;
    const int found = count_in(*days, unit);
    if (count && *count != found) return std::nullopt;
    count = found;
  }
  return count;
}

/// "2017-09-05T14:30" as minutes from an arbitrary beginning.
std::optional<int> minutes_of(const DateMention& mention) {
  constexpr std::size_t kDay = 10;
  if (mention.value.size() <= kDay || !mention.first) return std::nullopt;
  auto clock = std::string_view(mention.value).substr(kDay);
  const auto hours = take_number(clock, "T", 2), minutes = take_number(clock, ":", 2);
  if (!hours || !minutes) return std::nullopt;
  return (static_cast<int>(mention.first->time_since_epoch().count()) * 24 + *hours) * 60 +
         *minutes;
}

/// "PT4H", "PT4H30M"
std::string clock_length(int minutes) {
  std::string out = "PT";
  if (minutes >= 60) out += std::to_string(minutes / 60) + "H";
  if (minutes % 60 != 0) out += std::to_string(minutes % 60) + "M";
  return out;
}

}  // namespace

std::string length_of_range(const DateMention& first, const DateMention& last) {
  const auto begins = minutes_of(first), ends = minutes_of(last);
  if (begins && ends && *begins < *ends) return clock_length(*ends - *begins);
  const auto unit = std::max(unit_of(first), unit_of(last));
  if (first.first && last.last && *first.first <= *last.last)
    return length(count_in({*first.first, *last.last}, unit), unit);
  return length(count_of_values(first.value, last.value, unit), unit);
}

std::string length_between_days(std::string_view first, std::string_view last) {
  return length(count_of_values(first, last, LengthUnit::day), LengthUnit::day);
}

}  // namespace furat::indexer
