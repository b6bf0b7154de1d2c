#include "index/date_nodes.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "index/schema.hpp"

namespace furat::index {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::int32_t kCodeOffset =
    1 << 23;  // above the largest absolute number: 9999 years of days
constexpr std::uint32_t kLevelShift = 25;

constexpr std::int32_t floor_divide(std::int32_t number, std::int32_t divisor) {
  const auto quotient = number / divisor;
  return number % divisor < 0 ? quotient - 1 : quotient;
}

constexpr std::int32_t years_of(DateLevel level) {
  constexpr std::array<std::int32_t, 4> kYears{1000, 100, 10, 1};
  return kYears[static_cast<std::size_t>(level)];
}

constexpr bool spans_years(DateLevel level) { return level <= DateLevel::year; }

sys_days first_of_year(std::int32_t number) { return sys_days{year{number} / 1 / 1}; }

std::int32_t day_number(sys_days date) {
  return static_cast<std::int32_t>(date.time_since_epoch().count());
}

/// The node of `level` that holds `date`.
DateNode node_at(DateLevel level, sys_days date) {
  if (level == DateLevel::day) return {level, day_number(date)};
  const year_month_day calendar{date};
  const auto years = static_cast<int>(calendar.year());
  if (level == DateLevel::month)
    return {level,
            years * 12 + static_cast<std::int32_t>(static_cast<unsigned>(calendar.month())) - 1};
  return {level, floor_divide(years, years_of(level))};
}

DayInterval month_days(std::int32_t number) {
  const auto years = floor_divide(number, 12);
  const auto month_number = static_cast<unsigned>(number - years * 12 + 1);
  const auto calendar_month = year{years} / month{month_number};
  return {sys_days{calendar_month / 1}, sys_days{calendar_month / std::chrono::last}};
}

void append_padded(std::string& out, std::int32_t number, std::size_t width) {
  const auto digits = std::to_string(std::abs(number));
  if (number < 0) out += '-';
  if (width > digits.size()) out.append(width - digits.size(), '0');
  out += digits;
}

std::string padded(std::int32_t number, std::size_t width) {
  std::string text;
  append_padded(text, number, width);
  return text;
}

/// "10-05", or "10" without a day.
void append_month_day(std::string& out, std::int32_t month_number, std::int32_t day_in_month) {
  append_padded(out, month_number, 2);
  if (day_in_month == 0) return;
  out += '-';
  append_padded(out, day_in_month, 2);
}

std::string unknown_year_name(std::int32_t month_number, std::int32_t day_in_month) {
  std::string text = "--";
  append_month_day(text, month_number, day_in_month);
  return text;
}

std::string month_name(std::int32_t number) {
  const auto years = floor_divide(number, 12);
  auto text = padded(years, 4);
  text += '-';
  append_padded(text, number - years * 12 + 1, 2);
  return text;
}

std::optional<std::int32_t> digits_of(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return std::nullopt;
  std::int32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// "--", "--10", "--10-05".
std::optional<DateNode> unknown_year_node(std::string_view text) {
  text.remove_prefix(2);
  if (text.empty()) return DateNode{DateLevel::unknown_year_root, 0};
  const auto month_number = digits_of(text.substr(0, 2), 2, 2);
  if (!month_number || *month_number < 1 || *month_number > 12) return std::nullopt;
  if (text.size() == 2) return DateNode{DateLevel::unknown_year_month, *month_number};
  const auto day_in_month = digits_of(text.substr(std::min<std::size_t>(3, text.size())), 2, 2);
  if (text[2] != '-' || !day_in_month) return std::nullopt;
  const auto leap_date = year{2000} / *month_number / *day_in_month;
  if (!leap_date.ok()) return std::nullopt;
  return DateNode{DateLevel::unknown_year_day, *month_number * 32 + *day_in_month};
}

/// "2017-10", "2017-10-05" after the year was read.
std::optional<DateNode> dated_node(std::int32_t years, std::string_view rest) {
  const auto month_number =
      rest.starts_with('-') ? digits_of(rest.substr(1, 2), 2, 2) : std::nullopt;
  if (!month_number || *month_number < 1 || *month_number > 12) return std::nullopt;
  if (rest.size() == 3) return DateNode{DateLevel::month, years * 12 + *month_number - 1};
  const auto day_in_month = rest[3] == '-' ? digits_of(rest.substr(4), 2, 2) : std::nullopt;
  if (!day_in_month) return std::nullopt;
  const auto date = year{years} / *month_number / *day_in_month;
  if (!date.ok()) return std::nullopt;
  return DateNode{DateLevel::day, day_number(sys_days{date})};
}

/// Appends the maximal nodes of [first, last] that lie below `node`, which itself reaches beyond
/// the interval.
void cover_below(DateNode node, DayInterval interval, std::vector<DateNode>& nodes);

void cover_node(DateNode node, DayInterval interval, std::vector<DateNode>& nodes) {
  const auto span = *days_of(node);
  if (!span.overlaps(interval)) return;
  if (interval.first <= span.first && span.last <= interval.last)
    nodes.push_back(node);
  else
    cover_below(node, interval, nodes);
}

void cover_below(DateNode node, DayInterval interval, std::vector<DateNode>& nodes) {
  const auto span = *days_of(node);
  const auto level = static_cast<DateLevel>(static_cast<int>(node.level) + 1);
  const auto from = std::max(span.first, interval.first);
  const auto to = std::min(span.last, interval.last);
  const auto last = node_at(level, to);
  for (auto child = node_at(level, from); child <= last; ++child.number)
    cover_node(child, interval, nodes);
}

/// False for numbers that no node has: what reckons with them would overflow.
bool is_in_calendar(DateNode node) {
  constexpr std::int32_t kDaysPerMonth = 32;
  const auto level = static_cast<std::size_t>(node.level);
  if (level >= kDateLevels || !kNodeNumbers[level].has(node.number)) return false;
  return node.level != DateLevel::unknown_year_day ||
         (year{2000} / (node.number / kDaysPerMonth) / (node.number % kDaysPerMonth)).ok();
}

}  // namespace

DayInterval all_days() {
  constexpr auto kDays = kNodeNumbers[static_cast<std::size_t>(DateLevel::day)];
  static_assert(sys_days{days{kDays.first}} == sys_days{year{-9999} / 1 / 1});
  static_assert(sys_days{days{kDays.last}} == sys_days{year{9999} / 12 / 31});
  return {sys_days{days{kDays.first}}, sys_days{days{kDays.last}}};
}

std::vector<DateNode> cover(DayInterval interval) {
  interval = {std::max(interval.first, all_days().first), std::min(interval.last, all_days().last)};
  std::vector<DateNode> nodes;
  if (interval.first > interval.last) return nodes;
  const auto last = node_at(DateLevel::millennium, interval.last);
  for (auto node = node_at(DateLevel::millennium, interval.first); node <= last; ++node.number)
    cover_node(node, interval, nodes);
  return nodes;
}

std::optional<DayInterval> days_of(DateNode node) {
  if (spans_years(node.level)) {
    const auto years = years_of(node.level);
    return DayInterval{first_of_year(node.number * years),
                       first_of_year((node.number + 1) * years) - days{1}};
  }
  if (node.level == DateLevel::month) return month_days(node.number);
  if (node.level != DateLevel::day) return std::nullopt;
  const sys_days date{days{node.number}};
  return DayInterval{date, date};
}

std::optional<DateNode> enclosing(DayInterval interval) {
  std::optional node(node_at(DateLevel::day, interval.first));
  while (node && days_of(*node)->last < interval.last) node = parent(*node);
  return node;
}

std::optional<DateNode> parent(DateNode node) {
  switch (node.level) {
    case DateLevel::millennium:
    case DateLevel::unknown_year_root:
      return std::nullopt;
    case DateLevel::century:
    case DateLevel::decade:
    case DateLevel::year:
      return DateNode{static_cast<DateLevel>(static_cast<int>(node.level) - 1),
                      floor_divide(node.number, 10)};
    case DateLevel::month:
      return DateNode{DateLevel::year, floor_divide(node.number, 12)};
    case DateLevel::day:
      return node_at(DateLevel::month, sys_days{days{node.number}});
    case DateLevel::unknown_year_month:
      return DateNode{DateLevel::unknown_year_root, 0};
    case DateLevel::unknown_year_day:
      return DateNode{DateLevel::unknown_year_month, node.number / 32};
  }
  return std::nullopt;
}

std::string name(DateNode node) {
  switch (node.level) {
    case DateLevel::millennium:
    case DateLevel::century:
    case DateLevel::decade:
    case DateLevel::year:
      return padded(node.number, static_cast<std::size_t>(node.level) + 1);
    case DateLevel::month:
      return month_name(node.number);
    case DateLevel::day:
      return day_name(sys_days{days{node.number}});
    case DateLevel::unknown_year_root:
      return "--";
    case DateLevel::unknown_year_month:
      return unknown_year_name(node.number, 0);
    case DateLevel::unknown_year_day:
      return unknown_year_name(node.number / 32, node.number % 32);
  }
  return {};
}

std::string day_name(sys_days date) {
  const year_month_day calendar{date};
  auto text = padded(static_cast<int>(calendar.year()), 4);
  text += '-';
  append_month_day(text, static_cast<std::int32_t>(static_cast<unsigned>(calendar.month())),
                   static_cast<std::int32_t>(static_cast<unsigned>(calendar.day())));
  return text;
}

std::string_view level_name(DateLevel level) {
  switch (level) {
    case DateLevel::millennium:
      return "millennium";
    case DateLevel::century:
      return "century";
    case DateLevel::decade:
      return "decade";
    case DateLevel::year:
      return "year";
    case DateLevel::month:
      return "month";
    case DateLevel::day:
      return "day";
    case DateLevel::unknown_year_root:
      return "unknown-year";
    case DateLevel::unknown_year_month:
      return "unknown-year-month";
    case DateLevel::unknown_year_day:
      return "unknown-year-day";
  }
  return "";
}

std::optional<DateNode> node_named(std::string_view text) {
  if (text.starts_with("--")) return unknown_year_node(text);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto size = std::min(text.find('-'), text.size());
  const auto number = digits_of(text.substr(0, size), 1, 4);
  if (!number) return std::nullopt;
  const auto value = negative ? -*number : *number;
  if (size < text.size()) return size == 4 ? dated_node(value, text.substr(size)) : std::nullopt;
  return DateNode{static_cast<DateLevel>(size - 1), value};
}

std::uint32_t code(DateNode node) {
  return (static_cast<std::uint32_t>(node.level) << kLevelShift) |
         static_cast<std::uint32_t>(node.number + kCodeOffset);
}

std::optional<DateNode> node_with_code(std::uint32_t number) {
  const auto level = number >> kLevelShift;
  if (level > static_cast<std::uint32_t>(DateLevel::unknown_year_day)) return std::nullopt;
  const auto within = static_cast<std::int32_t>(number & ((1U << kLevelShift) - 1));
  const DateNode node{static_cast<DateLevel>(level), within - kCodeOffset};
  return is_in_calendar(node) ? std::optional(node) : std::nullopt;
}

std::vector<std::string> index_terms(const std::vector<DateNode>& nodes) {
  std::set<std::string> terms;
  for (const auto& node : nodes) {
    terms.insert(std::string(prefix::kDateCover) + name(node));
    const bool leaf = node.level == DateLevel::day || node.level == DateLevel::unknown_year_day;
    auto above = leaf ? parent(node) : std::optional(node);
    for (; above; above = parent(*above))
      terms.insert(std::string(prefix::kDateAncestor) + name(*above));
  }
  return {terms.begin(), terms.end()};
}

std::vector<std::string> query_terms(DayInterval interval) {
  std::set<std::string> terms;
  for (const auto& node : cover(interval)) {
    const auto& self = node.level == DateLevel::day ? prefix::kDateCover : prefix::kDateAncestor;
    terms.insert(std::string(self) + name(node));
    for (auto above = parent(node); above; above = parent(*above))
      terms.insert(std::string(prefix::kDateCover) + name(*above));
  }
  return {terms.begin(), terms.end()};
}

std::vector<std::string> unknown_year_query_terms(DateNode node) {
  const bool leaf = node.level == DateLevel::unknown_year_day;
  std::vector<std::string> terms{std::string(leaf ? prefix::kDateCover : prefix::kDateAncestor) +
                                 name(node)};
  // A bare "--10" may be the fifth of October: it overlaps, as a month overlaps its days.
  for (auto above = parent(node); above && above->level != DateLevel::unknown_year_root;
       above = parent(*above))
    terms.push_back(std::string(prefix::kDateCover) + name(*above));
  return terms;
}

std::string sort_key(sys_days date) {
  auto bits = static_cast<std::uint32_t>(day_number(date)) ^ 0x80000000U;
  std::string key(4, '\0');
  for (std::size_t i = 4; i-- > 0; bits >>= 8U) key[i] = static_cast<char>(bits & 0xFFU);
  return key;
}

std::optional<sys_days> day_of_sort_key(std::string_view key) {
  if (key.size() != 4) return std::nullopt;
  std::uint32_t bits = 0;
  for (const char c : key) bits = (bits << 8U) | static_cast<unsigned char>(c);
  const DateNode node{DateLevel::day, static_cast<std::int32_t>(bits ^ 0x80000000U)};
  if (!is_in_calendar(node)) return std::nullopt;
  return sys_days{days{node.number}};
}

}  // namespace furat::index
