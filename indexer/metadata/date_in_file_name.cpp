#include "indexer/metadata/date_in_file_name.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;
using Day = std::optional<std::chrono::sys_days>;

// What stands before a number that is no date, however it is written, or if it is digits alone.
constexpr std::array kVersions = {"v"sv, "ver"sv, "version"sv, "rev"sv, "release"sv};
constexpr std::array kNumbered = {"id"sv,      "no"sv,   "nr"sv,   "num"sv,  "number"sv,
                                  "doc"sv,     "ref"sv,  "case"sv, "item"sv, "art"sv,
                                  "article"sv, "node"sv, "post"sv, "issue"sv};

bool is_separator(char c) { return c == '-' || c == '_' || c == ' ' || c == '.' || c == '\0'; }

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

Day day_of(std::string_view year, std::string_view month, std::string_view day) {
  const int y = number(year);
  const std::chrono::year_month_day date{std::chrono::year(y),
                                         std::chrono::month(static_cast<unsigned>(number(month))),
                                         std::chrono::day(static_cast<unsigned>(number(day)))};
  if (y < 1900 || y > 2099 || !date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

bool is_time(std::string_view digits) {
  return (digits.size() == 4 || digits.size() == 6) && number(digits.substr(0, 2)) < 24 &&
         number(digits.substr(2, 2)) < 60;
}

class NameDates {
 public:
  explicit NameDates(std::string_view name) : name_(name) {}

  Day found() const {
    Day day;
    for (std::size_t i = 0; i < name_.size();) {
      if (!analysis::is_ascii_digit(name_[i])) {
        ++i;
        continue;
      }
      const std::size_t end = end_of_digits(i);
      std::size_t past = end;
      const Day here = at(i, end, past);
      if (here && day && *day != *here) return std::nullopt;
      if (here) day = here;
      i = past;
    }
    return day;
  }

 private:
  std::size_t end_of_digits(std::size_t i) const {
    while (i < name_.size() && analysis::is_ascii_digit(name_[i])) ++i;
    return i;
  }
  char at(std::size_t i) const { return i < name_.size() ? name_[i] : '\0'; }
  std::string_view digits(std::size_t i) const { return name_.substr(i, end_of_digits(i) - i); }

  /// The date whose first digits are [begin, end); `past` is set behind what was looked at.
  Day at(std::size_t begin, std::size_t end, std::size_t& past) const {
    if (!may_begin(begin)) return std::nullopt;
    if (end - begin == 4) return in_parts(begin, end, past);
    return compact(begin, end);
  }

  /// At the begin of the name or behind a separator that no number stands before.
  bool may_begin(std::size_t begin) const {
    if (begin == 0) return true;
    if (!is_separator(name_[begin - 1]) && name_[begin - 1] != '(' && name_[begin - 1] != '[')
      return false;
    if (begin >= 2 && analysis::is_ascii_digit(name_[begin - 2]) && name_[begin - 1] != ' ' &&
        name_[begin - 1] != '_')
      return false;
    return !is_behind(kVersions, begin);
  }

  /// True if one of the words stands before the separator.
  template <std::size_t N>
  bool is_behind(const std::array<std::string_view, N>& words, std::size_t begin) const {
    if (begin == 0) return false;
    std::size_t word = begin - 1;
    while (word > 0 && analysis::is_letter_byte(name_[word - 1])) --word;
    std::string before(name_.substr(word, begin - 1 - word));
    for (char& c : before) c = analysis::lower_ascii(c);
    return std::find(words.begin(), words.end(), before) != words.end();
  }

  bool may_end(std::size_t end) const {
    const char after = at(end);
    if (after == 'T' || after == 't') return is_time(digits(end + 1));
    return is_separator(after) || after == ')' || after == ']';
  }

  /// 2017-10-04, 2017_10_04; 2017.10.04 only at the begin of the name: elsewhere it is a version.
  Day in_parts(std::size_t begin, std::size_t year_end, std::size_t& past) const {
    const char separator = at(year_end);
    if (separator != '-' && separator != '_' && !(separator == '.' && begin == 0))
      return std::nullopt;
    const std::string_view month = digits(year_end + 1);
    if (month.size() != 2 || at(year_end + 3) != separator) return std::nullopt;
    const std::string_view day = digits(year_end + 4);
    const std::size_t end = year_end + 6;
    if (day.size() != 2 || !may_end(end)) return std::nullopt;
    if (separator == '.' && at(end) == '.' && analysis::is_ascii_digit(at(end + 1)))
      return std::nullopt;
    past = end;
    return day_of(name_.substr(begin, 4), month, day);
  }

  /// 20171004, 20171004T093000, 20171004093000.
  Day compact(std::size_t begin, std::size_t end) const {
    const std::string_view all = name_.substr(begin, end - begin);
    const bool timed = (all.size() == 12 || all.size() == 14) && is_time(all.substr(8));
    if ((all.size() != 8 && !timed) || !may_end(end) || is_behind(kNumbered, begin))
      return std::nullopt;
    return day_of(all.substr(0, 4), all.substr(4, 2), all.substr(6, 2));
  }

  std::string_view name_;
};

}  // namespace

Day date_in_file_name(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of('/') + 1);
  // The ending is no part of the name, as far as it is one: ".txt", but not the "04" of "10.04".
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos && dot > 0 && dot + 1 < name.size() &&
      analysis::is_letter_byte(name[dot + 1]))
    name = name.substr(0, dot);
  return NameDates(name).found();
}

}  // namespace furat::indexer
