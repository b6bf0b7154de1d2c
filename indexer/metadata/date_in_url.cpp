#include "indexer/metadata/date_in_url.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"
#include "indexer/metadata/month_names.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kLongestUrl = 4096;

using Day = std::optional<std::chrono::sys_days>;

/// A run of digits or letters of the path, with the character before it ('\0' at the begin).
struct Run {
  std::string_view text;
  char before = '\0';
  char after = '\0';
  bool digits = false;
};

std::string_view path_of(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://", "http:/", "https:/"}) {
    if (const std::size_t inner = url.rfind(scheme); inner != std::string_view::npos && inner > 0) {
      url.remove_prefix(inner);
    }
  }
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(std::min(url.find('/', scheme + 3), url.size()));
  }
  return url.substr(0, url.find_first_of("?#"));
}

std::vector<Run> runs_of(std::string_view path) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < path.size();) {
    const bool digits = analysis::is_ascii_digit(path[i]);
    if (!digits && !analysis::is_letter_byte(path[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < path.size() &&
           (digits ? analysis::is_ascii_digit(path[end]) : analysis::is_letter_byte(path[end])))
      ++end;
    runs.push_back({path.substr(i, end - i), i == 0 ? '\0' : path[i - 1],
                    end == path.size() ? '\0' : path[end], digits});
    i = end;
  }
  return runs;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

Day day_of(int year, int month, int day) {
  if (year < 1990 || year > 2035 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

class PathDates {
 public:
  explicit PathDates(std::string_view path) : runs_(runs_of(path)) {}

  Day found() const {
    Day other;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (!runs_[i].digits || analysis::is_letter_byte(runs_[i].before)) continue;
      if (const Day day = as_folders(i)) return day;
      if (!other) other = as_name(i);
    }
    return other;
  }

 private:
  bool has(std::size_t i, std::size_t least, std::size_t most, std::string_view before) const {
    return i < runs_.size() && runs_[i].digits && runs_[i].text.size() >= least &&
           runs_[i].text.size() <= most && before.find(runs_[i].before) != std::string_view::npos;
  }
  int value(std::size_t i) const { return number(runs_[i].text); }
  bool ends_at(std::size_t i) const { return !analysis::is_letter_byte(runs_[i].after); }

  /// /2017/10/04/, /2017/oct/04/, /2017/1004/, /201710/04/, /2017-10/04/; the day may begin a name:
  /// /2017/10/04-title.
  Day as_folders(std::size_t i) const {
    if (runs_[i].before != '/') return std::nullopt;
    if (runs_[i].text.size() == 4) {
      if (has(i + 1, 1, 2, "/-") && has(i + 2, 1, 2, "/") && ends_at(i + 2)) {
        return day_of(value(i), value(i + 1), value(i + 2));
      }
      if (has(i + 1, 4, 4, "/") && runs_[i + 1].after == '/') {
        return day_of(value(i), value(i + 1) / 100, value(i + 1) % 100);
      }
      if (has(i + 2, 1, 2, "/") && ends_at(i + 2) && !runs_[i + 1].digits &&
          runs_[i + 1].before == '/') {
        std::string month;
        analysis::append_folded(runs_[i + 1].text, month);
        return day_of(value(i), month_named(month), value(i + 2));
      }
    }
    if (runs_[i].text.size() == 6 && has(i + 1, 1, 2, "/") && ends_at(i + 1)) {
      return day_of(value(i) / 100, value(i) % 100, value(i + 1));
    }
    return std::nullopt;
  }

  /// A folder or name that is nothing but 29-10-2017, where only one order makes a date.
  bool is_day_first(std::size_t i) const {
    return has(i, 2, 2, "/") && has(i + 1, 2, 2, "-.") && has(i + 2, 4, 4, "-.") &&
           runs_[i + 1].before == runs_[i + 2].before && value(i) > 12 &&
           (runs_[i + 2].after == '/' || runs_[i + 2].after == '\0');
  }

  /// 2017-10-04, 2017_10_04, 20171004, 201710040930, 20171004093000.
  Day as_name(std::size_t i) const {
    const std::string_view text = runs_[i].text;
    if (is_day_first(i)) return day_of(value(i + 2), value(i + 1), value(i));
    if (text.size() == 4 && has(i + 1, 2, 2, "-_.") && has(i + 2, 2, 2, "-_.") &&
        runs_[i + 1].before == runs_[i + 2].before && ends_at(i + 2)) {
      return day_of(value(i), value(i + 1), value(i + 2));
    }
    if (!ends_at(i)) return std::nullopt;
    const bool timed = text.size() == 14 || text.size() == 12;
    if (text.size() != 8 && !(timed && is_time(text.substr(8)))) return std::nullopt;
    return day_of(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
  }

  static bool is_time(std::string_view digits) {
    return number(digits.substr(0, 2)) < 24 && number(digits.substr(2, 2)) < 60;
  }

  std::vector<Run> runs_;
};

}  // namespace

Day date_in_url(std::string_view url) {
  if (url.size() > kLongestUrl) return std::nullopt;
  return PathDates(path_of(url)).found();
}

}  // namespace furat::indexer
