#include "indexer/passages/date_line.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestDateLine = 120;

constexpr std::array kLabels = {"date"sv,     "published"sv, "posted"sv,      "updated"sv,
                                "modified"sv, "created"sv,   "publication"sv, "issued"sv,
                                "released"sv, "dated"sv};

// What may stand around a date without saying anything about the article.
constexpr std::array kFillers = {
    "last"sv,      "first"sv,    "on"sv,     "at"sv,       "of"sv,     "the"sv,    "click"sv,
    "to"sv,        "enlarge"sv,  "am"sv,     "pm"sv,       "a.m"sv,    "p.m"sv,    "gmt"sv,
    "utc"sv,       "est"sv,      "edt"sv,    "bst"sv,      "cet"sv,    "eet"sv,    "-"sv,
    "–"sv,         "—"sv,        "|"sv,      "·"sv,        "•"sv,      "monday"sv, "tuesday"sv,
    "wednesday"sv, "thursday"sv, "friday"sv, "saturday"sv, "sunday"sv, "mon"sv,    "tue"sv,
    "tues"sv,      "wed"sv,      "thu"sv,    "thur"sv,     "thurs"sv,  "fri"sv,    "sat"sv,
    "sun"sv};

constexpr std::array kMonths = {"january"sv,   "february"sv, "march"sv,    "april"sv,
                                "may"sv,       "june"sv,     "july"sv,     "august"sv,
                                "september"sv, "october"sv,  "november"sv, "december"sv};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A number of at most four digits; -1 for anything else.
int number_of(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// 1 to 12 for a month's name or its first three or four letters; 0 for anything else.
int month_of(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool short_form = (word.size() == 3 || word == "sept") && kMonths[i].starts_with(word);
    if (word == kMonths[i] || short_form) return static_cast<int>(i) + 1;
  }
  return 0;
}

int day_of_month(std::string_view word) {
  for (const std::string_view ending : {"st"sv, "nd"sv, "rd"sv, "th"sv}) {
    if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
  }
  const int value = word.size() <= 2 ? number_of(word) : -1;
  return value >= 1 && value <= 31 ? value : 0;
}

int year_of(std::string_view word) {
  const int value = word.size() == 4 ? number_of(word) : -1;
  return value >= 1800 && value <= 2199 ? value : 0;
}

std::optional<std::chrono::sys_days> day(int year, int month, int day_number) {
  if (year == 0 || month < 1 || day_number < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day_number))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

/// "2017-10-04", with or without a time; "26/07/2017", "26.07.2017" where only one order makes a
/// date.
std::optional<std::chrono::sys_days> numeric_day(std::string_view word) {
  if (const std::size_t time = word.find('t'); time == 10) word = word.substr(0, time);
  const std::size_t first = word.find_first_of("-/.");
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = word.find(word[first], first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::string_view a = word.substr(0, first);
  const std::string_view b = word.substr(first + 1, second - first - 1);
  const std::string_view c = word.substr(second + 1);
  if (year_of(a) != 0) return day(year_of(a), number_of(b), number_of(c));
  const int left = number_of(a);
  const int right = number_of(b);
  if (left > 12 || left == right) return day(year_of(c), right, left);
  if (right > 12) return day(year_of(c), left, right);
  return std::nullopt;
}

bool is_time(std::string_view word) {
  return word.find(':') != std::string_view::npos &&
         word.find_first_not_of("0123456789:amph") == std::string_view::npos;
}

/// Words in lower case, without the punctuation around them.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const char c = i < line.size() ? line[i] : ' ';
    const bool no_break_space = line.substr(std::min(i, line.size()), 2) == "\xC2\xA0"sv;
    if (c != ' ' && c != '\t' && c != ',' && c != '(' && c != ')' && !no_break_space) {
      word += analysis::lower_ascii(c);
      continue;
    }
    if (no_break_space) ++i;
    while (word.ends_with(':') || word.ends_with('.') || word.ends_with(';')) word.pop_back();
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  }
  return words;
}

std::optional<std::chrono::sys_days> day_of_words(const std::vector<std::string>& words) {
  if (words.size() == 1) return numeric_day(words[0]);
  if (words.size() != 3) return std::nullopt;
  if (const int month = month_of(words[1]))
    return day(year_of(words[2]), month, day_of_month(words[0]));
  if (const int month = month_of(words[0]))
    return day(year_of(words[2]), month, day_of_month(words[1]));
  return std::nullopt;
}

}  // namespace

std::optional<DateLine> date_line(std::string_view line) {
  if (line.size() > kLongestDateLine) return std::nullopt;
  std::vector<std::string> date_words;
  bool labelled = false;
  for (std::string& word : words_of(line)) {
    if (contains(kLabels, word)) {
      labelled = true;
    } else if (!contains(kFillers, word) && !is_time(word)) {
      date_words.push_back(std::move(word));
    }
  }
  const auto found = day_of_words(date_words);
  if (!found) return std::nullopt;
  return DateLine{*found, labelled};
}

}  // namespace furat::indexer
