#include "index/passage_dates.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "index/varint.hpp"

namespace furat::index {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// Granularities of analysis::Granularity that no node has.
constexpr std::uint8_t kWeek = 1, kQuarter = 3, kSeason = 4;

bool has_flag(const MentionRecord& mention, std::uint8_t flag) {
  return (mention.flags & flag) != 0;
}
bool has_unknown_year(const MentionRecord& mention) {
  return has_flag(mention, date_flag::kYearUnknown);
}

std::optional<sys_days> day_of(std::optional<std::int32_t> number) {
  if (!number) return std::nullopt;
  return sys_days{days{*number}};
}

bool is_calendar_date(const MentionRecord& mention) {
  return mention.kind == MentionKind::date &&
         (mention.first_day || mention.last_day || has_unknown_year(mention));
}

/// The days from the beginning of `from` to the end of `to`, which is the same mention or the end
/// of its range.
std::optional<DayInterval> interval_of(const MentionRecord& from, const MentionRecord& to,
                                       std::optional<sys_days> published) {
  if (!from.first_day && !to.last_day) return std::nullopt;
  const auto calendar = all_days();
  const auto first = std::max(day_of(from.first_day).value_or(calendar.first), calendar.first);
  auto last = std::min(day_of(to.last_day).value_or(calendar.last), calendar.last);
  if (!to.last_day && published && *published >= first) last = std::min(*published, last);
  if (first > last) return std::nullopt;
  return DayInterval{first, last};
}

/// False for numbers between the last day of a month and the first of the next.
bool exists(DateNode unknown_year) { return node_named(name(unknown_year)) == unknown_year; }

/// The days are all of their month.
bool is_whole_month(DateNode first_day, DateNode last_day) {
  constexpr std::int32_t kDaysPerMonth = 32;
  return first_day.number % kDaysPerMonth == 1 && !exists({last_day.level, last_day.number + 1});
}

/// Days that make up a whole month become that month.
std::vector<DateNode> whole_months_joined(const std::vector<DateNode>& of_days) {
  std::vector<DateNode> nodes;
  for (auto begin = of_days.begin(); begin != of_days.end();) {
    const auto month = *parent(*begin);
    const auto end =
        std::find_if(begin, of_days.end(), [&](DateNode node) { return parent(node) != month; });
    if (is_whole_month(*begin, *(end - 1)))
      nodes.push_back(month);
    else
      nodes.insert(nodes.end(), begin, end);
    begin = end;
  }
  return nodes;
}

/// The days or months from one node to another without a year, over the end of the year if need be.
std::vector<DateNode> nodes_between(DateNode from, DateNode to) {
  if (from == to) return {from};
  if (from.level != to.level || from.level == DateLevel::unknown_year_root) return {from, to};
  constexpr std::int32_t kDaysPerMonth = 32, kMonths = 12;
  const bool of_days = from.level == DateLevel::unknown_year_day;
  const auto end = of_days ? (kMonths + 1) * kDaysPerMonth : kMonths + 1;
  std::vector<DateNode> nodes{from};
  for (DateNode node = from; node.number != to.number;) {
    if (++node.number >= end) node.number = 1;
    if (exists(node)) nodes.push_back(node);
  }
  return of_days ? whole_months_joined(nodes) : nodes;
}

/// The two values of "--09-03/--09-05", twice the same without a slash.
std::pair<std::string_view, std::string_view> ends_of(std::string_view value) {
  const auto slash = value.find('/');
  if (slash == std::string_view::npos) return {value, value};
  return {value.substr(0, slash), value.substr(slash + 1)};
}

std::vector<DateNode> unknown_year_nodes(std::string_view from, std::string_view to) {
  const auto first = node_named(from), last = node_named(to);
  if (!first || !is_unknown_year(*first)) return {};
  if (!last || !is_unknown_year(*last)) return {*first};
  return nodes_between(*first, *last);
}

DateNode common_ancestor(const std::vector<DateNode>& unknown_years) {
  auto node = unknown_years.front();
  const auto holds = [&node](DateNode other) {
    for (std::optional at(other); at; at = parent(*at))
      if (*at == node) return true;
    return false;
  };
  while (!std::all_of(unknown_years.begin(), unknown_years.end(), holds)) node = *parent(node);
  return node;
}

/// What the known side of an open date is called: "since 2014" begins in 2014, not on its first
/// day.
std::optional<DateNode> known_side(const MentionRecord& mention, sys_days day) {
  if (const auto node = node_named(mention.timex)) {
    const auto span = days_of(*node);
    if (span && span->overlaps({day, day})) return node;
  }
  auto node = enclosing({day, day});
  if (mention.granularity == kWeek) node = parent(*node);
  if (mention.granularity == kQuarter || mention.granularity == kSeason)
    node = parent(*parent(*node));
  return node;
}

PassageDate unknown_year_date(const MentionRecord& from, const MentionRecord& to) {
  PassageDate date;
  date.nodes = unknown_year_nodes(ends_of(from.timex).first, ends_of(to.timex).second);
  if (!date.nodes.empty()) date.scope = common_ancestor(date.nodes);
  date.open_start = has_flag(from, date_flag::kOpenStart);
  date.open_end = !date.open_start && has_flag(to, date_flag::kOpenEnd);
  return date;
}

PassageDate date_of(const MentionRecord& from, const MentionRecord& to,
                    std::optional<sys_days> published) {
  if (has_unknown_year(from) && has_unknown_year(to)) return unknown_year_date(from, to);
  PassageDate date;
  date.days = interval_of(from, to, published);
  if (!date.days) return date;
  date.open_start = !from.first_day;
  date.open_end = !to.last_day;
  if (date.open_end)
    date.scope = known_side(from, date.days->first);
  else if (date.open_start)
    date.scope = known_side(to, date.days->last);
  else
    date.scope = enclosing(*date.days);
  if (date.open_start && date.scope) date.days->first = days_of(*date.scope)->first;
  date.nodes = cover(*date.days);
  return date;
}

std::vector<std::uint32_t> packed(const std::vector<DateNode>& nodes, bool open) {
  std::vector<std::uint32_t> entries;
  entries.reserve(nodes.size());
  for (const auto& node : nodes) entries.push_back(code(node) * 2 + (open ? 1 : 0));
  return entries;
}

}  // namespace

std::vector<PassageDate> dates_of(const std::vector<MentionRecord>& mentions,
                                  std::optional<sys_days> published) {
  std::vector<const MentionRecord*> in_calendar;
  for (const auto& mention : mentions)
    if (is_calendar_date(mention)) in_calendar.push_back(&mention);
  std::vector<PassageDate> dates;
  for (std::size_t i = 0; i < in_calendar.size(); ++i) {
    const auto& from = *in_calendar[i];
    PassageDate date;
    if (has_flag(from, date_flag::kBeginsRange) && i + 1 < in_calendar.size() &&
        has_unknown_year(from) == has_unknown_year(*in_calendar[i + 1]))
      date = date_of(from, *in_calendar[i + 1], published);
    // What makes no range is two dates.
    if (date.nodes.empty())
      date = date_of(from, from, published);
    else
      ++i;
    if (!date.nodes.empty()) dates.push_back(std::move(date));
  }
  return dates;
}

std::vector<std::uint32_t> cover_entries(const std::vector<PassageDate>& dates) {
  std::vector<std::uint32_t> entries;
  for (const auto& date : dates) {
    const auto of_date = packed(date.nodes, date.is_open());
    entries.insert(entries.end(), of_date.begin(), of_date.end());
  }
  make_set(entries);
  return entries;
}

std::vector<std::uint32_t> scope_entries(const std::vector<PassageDate>& dates) {
  std::vector<std::uint32_t> entries;
  for (const auto& date : dates)
    if (date.scope) entries.push_back(code(*date.scope) * 2 + (date.is_open() ? 1 : 0));
  make_set(entries);
  return entries;
}

std::set<std::string> terms_of(const std::vector<PassageDate>& dates) {
  std::set<std::string> terms;
  std::vector<DateNode> nodes;
  for (const auto& date : dates) {
    nodes.insert(nodes.end(), date.nodes.begin(), date.nodes.end());
    if (date.days) terms.insert(interval_term({*date.days, date.open_start, date.open_end}));
    if (date.is_open()) continue;
    for (auto node = date.scope; node; node = parent(*node)) terms.insert(scope_term(*node));
  }
  for (auto& term : index_terms(nodes)) terms.insert(std::move(term));
  return terms;
}

}  // namespace furat::index
