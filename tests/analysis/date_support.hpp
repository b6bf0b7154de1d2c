// What the tests of the date recognizer say of a mention, and how they look for it.
#pragma once

#include <chrono>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "analysis/dates/date_recognizer.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis::test {

using std::chrono::sys_days;

inline std::optional<sys_days> day_from(const std::string& iso) {
  if (iso.empty()) return std::nullopt;
  const std::size_t end = iso.find('-', 1);  // of the year, which may be negative
  const std::chrono::year_month_day date{
      std::chrono::year{std::stoi(iso.substr(0, end))},
      std::chrono::month{static_cast<unsigned>(std::stoul(iso.substr(end + 1, 2)))},
      std::chrono::day{static_cast<unsigned>(std::stoul(iso.substr(end + 4, 2)))}};
  return sys_days{date};
}

inline std::string padded(int number, std::size_t width) {
  if (number < 0) return "-" + padded(-number, width);
  std::string out = std::to_string(number);
  while (out.size() < width) out.insert(out.begin(), '0');
  return out;
}

inline std::string iso_from(std::optional<sys_days> day) {
  if (!day) return "";
  const std::chrono::year_month_day date{*day};
  std::string out = padded(static_cast<int>(date.year()), 4);
  out += '-';
  out += padded(static_cast<int>(static_cast<unsigned>(date.month())), 2);
  out += '-';
  out += padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return out;
}

/// What a test says of a mention; no day where a side is open or unknown.
struct Found {
  std::string text, value, first, last;
  int flags = 0;

  bool operator==(const Found&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, const Found& found) {
  return out << '"' << found.text << "\" " << found.value << " [" << found.first << ", "
             << found.last << "] flags " << found.flags;
}

inline std::vector<Found> found_in_passages(const std::vector<std::string>& passages,
                                            const std::string& published) {
  std::vector<TokenizedText> tokenized;
  for (const std::string& passage : passages) tokenized.push_back(tokenize(passage));
  const auto mentions = recognize_dates({tokenized, day_from(published)});
  std::vector<Found> out;
  for (std::size_t p = 0; p < passages.size(); ++p)
    for (const DateMention& m : mentions[p])
      out.push_back({std::string(m.span.of(passages[p])), m.value, iso_from(m.first),
                     iso_from(m.last), m.flags});
  return out;
}

inline std::vector<Found> found_in(const std::string& text, const std::string& published = "") {
  return found_in_passages({text}, published);
}

struct DateCase {
  std::string text;
  std::string published;
  std::vector<Found> expected;
};

inline void check(const std::vector<DateCase>& cases) {
  for (const DateCase& c : cases) {
    INFO(c.text);
    CHECK(found_in(c.text, c.published) == c.expected);
  }
}

/// One day, whole month or whole year as the only mention.
inline Found day(const std::string& text, const std::string& iso, int flags = 0) {
  return {text, iso, iso, iso, flags};
}

}  // namespace furat::analysis::test
