// The calendar tree millennium > century > decade > year > month > day, and dates as terms over it:
// any two intervals overlap exactly if a node of one's canonical cover is an ancestor, a descendant
// or the same as one of the other's.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace furat::index {

/// Stored in slots: do not renumber.
enum class DateLevel : std::uint8_t {
  millennium = 0,
  century = 1,
  decade = 2,
  year = 3,
  month = 4,
  day = 5,
  unknown_year_root = 6,  ///< all month-days without a year
  unknown_year_month = 7,
  unknown_year_day = 8,
};

inline constexpr std::size_t kDateLevels = 9;

/// One node. `number`: years / 1000, 100, 10, 1 rounded down; year * 12 + month - 1; days since
/// 1970-01-01; for unknown years 0, the month, month * 32 + day.
struct DateNode {
  DateLevel level = DateLevel::day;
  std::int32_t number = 0;
  friend auto operator<=>(const DateNode&, const DateNode&) = default;
};

/// The numbers that the nodes of a level can have.
struct NodeNumberRange {
  std::int32_t first, last;
  [[nodiscard]] constexpr bool has(std::int32_t number) const {
    return first <= number && number <= last;
  }
  [[nodiscard]] constexpr std::uint32_t count() const {
    return static_cast<std::uint32_t>(last - first + 1);
  }
};

/// By level, for years -9999..9999. Not every day of an unknown year in its range is one.
inline constexpr std::array<NodeNumberRange, kDateLevels> kNodeNumbers{{
    {-10, 9},
    {-100, 99},
    {-1000, 999},
    {-9999, 9999},
    {-9999 * 12, 9999 * 12 + 11},
    {-4'371'587, 2'932'896},
    {0, 0},
    {1, 12},
    {1 * 32 + 1, 12 * 32 + 31},
}};

/// Of the tree of month-days without a year.
[[nodiscard]] constexpr bool is_unknown_year(DateNode node) {
  return node.level >= DateLevel::unknown_year_root;
}

/// Closed interval of days. Years -9999..9999; what lies outside is cut there.
struct DayInterval {
  std::chrono::sys_days first, last;
  [[nodiscard]] bool overlaps(const DayInterval& other) const {
    return first <= other.last && other.first <= last;
  }
  friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

/// The days that dates can have here: -9999-01-01 .. 9999-12-31.
[[nodiscard]] DayInterval all_days();

/// The maximal nodes inside the interval, ascending in time. Empty if first > last.
[[nodiscard]] std::vector<DateNode> cover(DayInterval interval);

/// The days of a node; none for unknown years.
[[nodiscard]] std::optional<DayInterval> days_of(DateNode node);

/// The smallest node that holds the whole interval: 2017-09 for 2017-09-03..05, the decade for
/// 2016-12..2017-01. None if no millennium does.
[[nodiscard]] std::optional<DateNode> enclosing(DayInterval interval);

/// The node above, none at the top.
[[nodiscard]] std::optional<DateNode> parent(DateNode node);

/// "2", "20", "201", "2017", "2017-10", "2017-10-05", "--", "--10", "--10-05": the text in terms
/// and the id of facet values.
[[nodiscard]] std::string name(DateNode node);

/// "2017-10-05", "-0043-03-15".
[[nodiscard]] std::string day_name(std::chrono::sys_days day);

/// "decade", "month", "unknown-year-day": what facets call a level.
[[nodiscard]] std::string_view level_name(DateLevel level);

/// The node with that name, if it is one (and the day exists).
[[nodiscard]] std::optional<DateNode> node_named(std::string_view name);

/// A number that orders like (level, number); the value in packed slots is code * 2 + (1 if of an
/// open interval).
[[nodiscard]] std::uint32_t code(DateNode node);
/// Nullopt for what is the code of no node in the calendar.
[[nodiscard]] std::optional<DateNode> node_with_code(std::uint32_t code);

/// The terms of a passage whose dates have these cover nodes: C: per node, U: per ancestor-or-self
/// but for days. A set.
[[nodiscard]] std::vector<std::string> index_terms(const std::vector<DateNode>& nodes);

/// The terms of which a passage must have one to overlap the interval.
[[nodiscard]] std::vector<std::string> query_terms(DayInterval interval);

/// The terms of which a passage must have one to match a node of an unknown year: "--10" finds --10
/// and --10-05.
[[nodiscard]] std::vector<std::string> unknown_year_query_terms(DateNode node);

/// Four bytes that sort as the days do.
[[nodiscard]] std::string sort_key(std::chrono::sys_days day);
/// Sorts behind the keys of all days.
inline constexpr std::string_view kBehindAllDays = "\xFF\xFF\xFF\xFF\xFF";
/// Nullopt for what is no key of a day in the calendar.
[[nodiscard]] std::optional<std::chrono::sys_days> day_of_sort_key(std::string_view key);

}  // namespace furat::index
