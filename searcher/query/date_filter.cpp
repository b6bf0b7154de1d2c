#include "searcher/query/date_filter.hpp"

#include <string_view>

#include "furat/errors.hpp"
#include "searcher/query/date_words.hpp"

namespace furat {
namespace {

using index::DateLevel;
using index::DateNode;
using index::DayInterval;
using std::chrono::sys_days;

/// "2010s" is the decade 201.
std::optional<DateNode> date_named(std::string_view text) {
  if (text.size() == 5 && text.ends_with("0s")) text = text.substr(0, 3);
  return index::node_named(text);
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// "2016-01-01..2016-04-30", "2017-09", "2014-01-01..", "--02-09 (year unknown)".
std::string shown(const DateFilter& filter) {
  if (filter.kind == DateFilter::Kind::unknown_year)
    return index::name(filter.node) + " (year unknown)";
  const auto node = selected_node(filter);
  if (node && node->level >= DateLevel::year) return index::name(*node);
  return (filter.open_start ? "" : index::day_name(filter.interval.first)) + ".." +
         (filter.open_end ? "" : index::day_name(filter.interval.last));
}

/// Reads one value of a request.
class DateParser {
 public:
  DateParser(const std::string& text, const std::string& argument, std::optional<sys_days> now)
      : text_(text), argument_(argument), now_(now) {}

  DateFilter parse() {
    const auto text = trimmed(text_);
    if (text == "none") return {DateFilter::Kind::none};
    const auto dots = text.find("..");
    auto filter = dots == std::string_view::npos
                      ? point(text)
                      : range(trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2)));
    if (in_words_) filter.read_as = shown(filter);
    return filter;
  }

 private:
  DateFilter point(std::string_view text) {
    const auto node = date_named(text);
    if (!node) return words(text);
    if (index::is_unknown_year(*node)) return unknown_year(*node);
    return {DateFilter::Kind::interval, *index::days_of(*node)};
  }

  DateFilter range(std::string_view from, std::string_view to) {
    if (from.empty() && to.empty()) refuse_no_date();
    const auto days = index::all_days();
    const auto first = from.empty() ? days : side(from);
    const auto last = to.empty() ? days : side(to);
    if (first.first > last.last) refuse("'" + text_ + "' ends before it begins");
    return {DateFilter::Kind::interval, {first.first, last.last}, from.empty(), to.empty()};
  }

  /// One end of a range: a time with both its own ends.
  DayInterval side(std::string_view text) {
    const auto filter = point(text);
    if (filter.kind != DateFilter::Kind::interval || filter.open_start || filter.open_end)
      refuse("'" + std::string(text) + "' cannot be an end of a range: its days are not known");
    return filter.interval;
  }

  DateFilter words(std::string_view text) {
    in_words_ = true;
    const auto reading = read_date_words(text, now_);
    switch (reading.outcome) {
      case WordsOutcome::no_date:
        refuse_no_date();
      case WordsOutcome::several:
        refuse("'" + std::string(text) + "' names several dates; ask for each of them");
      case WordsOutcome::needs_present:
        refuse("'" + std::string(text) +
               "' counts from the present, which is never taken from the clock; say which day it "
               "is with --now, such as --now 2019-02-12");
      case WordsOutcome::read:
        break;
    }
    const auto& date = reading.date;
    if (!date.days) {
      if (date.nodes.size() != 1 || date.is_open())
        refuse("'" + std::string(text) + "' has no year, and is neither a month nor a day");
      return unknown_year(date.nodes.front());
    }
    auto days = *date.days;
    if (date.open_start) days.first = index::all_days().first;  // asked for: all that was before
    return {DateFilter::Kind::interval, days, date.open_start, date.open_end};
  }

  static DateFilter unknown_year(DateNode node) {
    return {DateFilter::Kind::unknown_year, {}, false, false, node};
  }

  [[noreturn]] void refuse(const std::string& sentence,
                           std::vector<std::string> suggestions = {}) const {
    throw RequestError(sentence, argument_, text_, 0, std::move(suggestions));
  }

  [[noreturn]] void refuse_no_date() const {
    refuse("'" + text_ +
               "' is no date; use a year, month or day such as 2017, 2017-10, 2017-10-05, a range "
               "A..B, or words such as 'early 2016'",
           {"2017", "2017-10", "2017-10-05", "2017-09..2017-11", "early 2016"});
  }

  const std::string& text_;
  const std::string& argument_;
  std::optional<sys_days> now_;
  bool in_words_ = false;  ///< some part of it is
};

}  // namespace

DateFilter parse_date_filter(const std::string& text, const std::string& argument,
                             std::optional<sys_days> now) {
  return DateParser(text, argument, now).parse();
}

std::optional<sys_days> parse_now(const std::optional<std::string>& now) {
  if (!now) return std::nullopt;
  const auto node = index::node_named(*now);
  if (!node || node->level != DateLevel::day)
    throw RequestError("'" + *now + "' is no day; the present is one such as 2019-02-12", "now",
                       *now);
  return index::days_of(*node)->first;
}

std::optional<DateNode> selected_node(const DateFilter& filter) {
  if (filter.kind == DateFilter::Kind::unknown_year) return filter.node;
  if (filter.kind == DateFilter::Kind::none || filter.open_start || filter.open_end)
    return std::nullopt;
  const auto nodes = index::cover(filter.interval);
  if (nodes.size() != 1) return std::nullopt;
  return nodes.front();
}

}  // namespace furat
