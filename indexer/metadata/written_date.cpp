#include "indexer/metadata/written_date.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "indexer/metadata/date_tokens.hpp"

namespace furat::indexer {
namespace {

using Kind = DateToken::Kind;

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2199;
constexpr std::size_t kLongestField = 160;  // bytes

std::optional<std::chrono::sys_days> day_of(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

struct Match {
  std::chrono::sys_days day;
  std::size_t past = 0;  // the token behind the date
};

class Matching {
 public:
  Matching(std::string_view text, DayMonthOrder order)
      : text_(text), order_(order), tokens_(date_tokens(text)) {}

  std::vector<WrittenDate> all() {
    std::vector<WrittenDate> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      const auto match = may_begin(i) ? match_at(i) : std::nullopt;
      if (!match) {
        ++i;
        continue;
      }
      found.push_back({match->day, tokens_[i].begin, tokens_[match->past - 1].end});
      i = match->past;
    }
    return found;
  }

  DayMonthOrder shown_order() {
    bool day_first = false;
    bool month_first = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!is_number(i, 1, 2) || !may_begin(i) || !(is_mark(i + 1, '/') || is_mark(i + 1, '-')) ||
          !is_number(i + 2, 1, 2) || !same_mark(i + 1, i + 3) || !is_number(i + 4, 4, 4)) {
        continue;
      }
      const int left = value(i);
      const int right = value(i + 2);
      if (left > 12 && left <= 31 && right <= 12) day_first = true;
      if (right > 12 && right <= 31 && left <= 12) month_first = true;
    }
    if (day_first == month_first) return DayMonthOrder::unknown;
    return day_first ? DayMonthOrder::day_first : DayMonthOrder::month_first;
  }

  std::size_t words_outside(const WrittenDate& date) const {
    return static_cast<std::size_t>(
        std::count_if(tokens_.begin(), tokens_.end(), [&date](const DateToken& token) {
          return token.kind == Kind::word && (token.end <= date.begin || token.begin >= date.end);
        }));
  }

  std::span<const DateToken> tokens() const { return tokens_; }

 private:
  bool is_number(std::size_t i, unsigned least, unsigned most) const {
    return i < tokens_.size() && tokens_[i].kind == Kind::number && tokens_[i].digits >= least &&
           tokens_[i].digits <= most;
  }
  bool is_mark(std::size_t i, char32_t mark) const {
    return i < tokens_.size() && tokens_[i].kind == Kind::mark && tokens_[i].mark == mark;
  }
  bool is_mark_of(std::size_t i, std::u32string_view marks) const {
    return i < tokens_.size() && tokens_[i].kind == Kind::mark &&
           marks.find(tokens_[i].mark) != std::u32string_view::npos;
  }
  bool same_mark(std::size_t a, std::size_t b) const {
    return b < tokens_.size() && tokens_[b].kind == Kind::mark &&
           tokens_[a].mark == tokens_[b].mark;
  }
  bool is_month(std::size_t i) const { return i < tokens_.size() && tokens_[i].month != 0; }
  bool spaced(std::size_t i) const { return i < tokens_.size() && tokens_[i].after_space; }
  int value(std::size_t i) const { return static_cast<int>(tokens_[i].value); }
  int month(std::size_t i) const { return tokens_[i].month; }
  std::string_view word(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != Kind::word) return {};
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  template <std::size_t N>
  bool is_word_of(std::size_t i, const std::array<std::string_view, N>& words) const {
    const std::string_view found = word(i);
    return !found.empty() && std::find(words.begin(), words.end(), found) != words.end();
  }

  /// False inside of a longer number with marks (an address, a version) and at the end of a range
  /// ("2-4 October", "2. - 4. Oktober").
  bool may_begin(std::size_t i) const {
    if (i == 0 || tokens_[i].kind != Kind::number) return true;
    if (tokens_[i - 1].kind == Kind::number) return tokens_[i].after_space;
    if (i == 1 || tokens_[i - 1].kind == Kind::word) return true;
    const bool apart = tokens_[i].after_space || tokens_[i - 1].after_space;
    if (!apart && is_mark_of(i - 1, U".-/–:") && tokens_[i - 2].kind == Kind::number) return false;
    if (!is_mark_of(i - 1, U"-–")) return true;
    const std::size_t before = i >= 3 && is_mark(i - 2, '.') ? i - 3 : i - 2;
    const bool of_a_time = before > 0 && is_mark_of(before - 1, U":.");
    return !is_number(before, 1, 2) || of_a_time;
  }

  std::optional<Match> match_at(std::size_t i) const {
    if (is_number(i, 4, 4)) {
      if (auto match = year_first(i)) return match;
      return year_then_month_name(i);
    }
    if (is_number(i, 1, 2)) {
      if (auto match = numeric(i)) return match;
      return day_then_month_name(i);
    }
    if (is_month(i)) return month_name_first(i);
    return std::nullopt;
  }

  std::optional<Match> made(int year, int month, int day, std::size_t past) const {
    const auto found = day_of(year, month, day);
    if (!found) return std::nullopt;
    return Match{*found, past};
  }

  /// 2017-10-04, 2017/10/4, 2017. 10. 4., 2017年10月4日.
  std::optional<Match> year_first(std::size_t i) const {
    if (is_mark_of(i + 1, U"年년") && is_number(i + 2, 1, 2) && is_mark_of(i + 3, U"月월") &&
        is_number(i + 4, 1, 2)) {
      return made(value(i), value(i + 2), value(i + 4),
                  i + (is_mark_of(i + 5, U"日일号") ? 6U : 5U));
    }
    if (!is_mark_of(i + 1, U"-/.‐‑–") || !is_number(i + 2, 1, 2) || !same_mark(i + 1, i + 3) ||
        !is_number(i + 4, 1, 2)) {
      return std::nullopt;
    }
    if (goes_on(i + 4, tokens_[i + 1].mark)) return std::nullopt;
    return made(value(i), value(i + 2), value(i + 4), i + 5);
  }

  /// The number at `i` is followed by the mark and one more number without a space.
  bool goes_on(std::size_t i, char32_t mark) const {
    return is_mark(i + 1, mark) && !spaced(i + 1) && is_number(i + 2, 1, 255) && !spaced(i + 2) &&
           mark != U'-';
  }

  /// 04.10.2017, 4.10.17, 04/10/2017, 04-10-2017.
  std::optional<Match> numeric(std::size_t i) const {
    if (!is_mark_of(i + 1, U"./-‐‑–") || spaced(i + 1) || !is_number(i + 2, 1, 2) ||
        !same_mark(i + 1, i + 3) || spaced(i + 3)) {
      return std::nullopt;
    }
    const char32_t mark = tokens_[i + 1].mark;
    const bool full = is_number(i + 4, 4, 4);
    const bool short_year = is_number(i + 4, 2, 2) && !spaced(i + 4) && mark != U'-';
    if ((!full && !short_year) || goes_on(i + 4, mark)) return std::nullopt;
    // A clock time or an amount: "1.10.17:30", "12.11.20 Uhr" is hardly ever written so.
    if (short_year && is_mark(i + 5, ':') && !spaced(i + 5)) return std::nullopt;
    const int year = full ? value(i + 4) : full_year(value(i + 4));
    const int left = value(i);
    const int right = value(i + 2);
    if (mark == U'.' || left > 12 || left == right) return made(year, right, left, i + 5);
    if (right > 12 || order_ == DayMonthOrder::month_first) return made(year, left, right, i + 5);
    if (order_ == DayMonthOrder::day_first) return made(year, right, left, i + 5);
    return std::nullopt;
  }

  static int full_year(int two_digits) { return two_digits + (two_digits < 70 ? 2000 : 1900); }

  /// Behind a day's number: "th", "º", ".", "de", ",".
  std::size_t past_day_ending(std::size_t i) const {
    static constexpr std::array<std::string_view, 14> kEndings{
        "st", "nd", "rd", "th", "ST", "ND", "RD", "TH", "er", "re", "ter", "e", "ος", "η"};
    if (!spaced(i) && is_word_of(i, kEndings)) ++i;
    if (!spaced(i) && is_mark_of(i, U"º°ª")) ++i;
    return i;
  }

  /// Between day, month and year: at most two of ". , - / de of".
  std::size_t past_joint(std::size_t i) const {
    static constexpr std::array<std::string_view, 12> kJoints{
        "of", "de", "del", "do", "di", "d", "OF", "DE", "den", "من", "dari", "di"};
    for (int count = 0; count < 2; ++count) {
      if (is_mark_of(i, U".,-/‐‑–،'’") || is_word_of(i, kJoints)) ++i;
    }
    return i;
  }

  /// A year at `i`: four digits, or two behind an apostrophe or hyphen.
  std::optional<int> year_at(std::size_t i) const {
    if (is_number(i, 4, 4)) {
      const bool a_time = is_mark(i + 1, ':') && !spaced(i + 1);
      return a_time ? std::nullopt : std::optional(value(i));
    }
    if (is_number(i, 2, 2) && !spaced(i) && is_mark_of(i - 1, U"-'’")) return full_year(value(i));
    return std::nullopt;
  }

  /// 4 October 2017, 4. Okt. 2017, 4-Oct-17, 4 de octubre de 2017, 4 تشرين الأول/أكتوبر 2017.
  std::optional<Match> day_then_month_name(std::size_t i) const {
    std::size_t at = past_joint(past_day_ending(i + 1));
    if (!is_month(at)) return std::nullopt;
    const int month_number = month(at);
    ++at;
    if (is_mark_of(at, U"/(") && is_month(at + 1)) {  // the other name of the same month
      if (month(at + 1) != month_number) return std::nullopt;
      at += is_mark(at + 2, ')') ? 3U : 2U;
    }
    at = past_joint(at);
    const auto year = year_at(at);
    if (!year) return std::nullopt;
    return made(*year, month_number, value(i), at + 1);
  }

  /// October 4, 2017; Oct. 4th 2017; Oct 4 09:30:00 UTC 2017.
  std::optional<Match> month_name_first(std::size_t i) const {
    std::size_t at = i + 1;
    if (is_mark(at, '.')) ++at;
    if (is_mark_of(at, U"-/")) ++at;
    if (!is_number(at, 1, 2)) return std::nullopt;
    const int day = value(at);
    const std::size_t day_at = at;
    at = past_joint(past_day_ending(at + 1));
    if (const auto year = year_at(at)) return made(*year, month(i), day, at + 1);
    at = past_time(day_at + 1);
    if (at == day_at + 1 || !is_number(at, 4, 4)) return std::nullopt;
    return made(value(at), month(i), day, at + 1);
  }

  /// Behind "09:30:00 UTC" or "09:30:00 +0300"; `i` itself if there is no time.
  std::size_t past_time(std::size_t i) const {
    if (!is_number(i, 1, 2) || !is_mark(i + 1, ':') || !is_number(i + 2, 2, 2)) return i;
    i += 3;
    if (is_mark(i, ':') && is_number(i + 1, 2, 2)) i += 2;
    if (is_mark_of(i, U"+-") && is_number(i + 1, 4, 4)) return i + 2;
    return word(i).empty() || is_month(i) ? i : i + 1;
  }

  /// 2017. október 4., 2017 m. spalio 4 d., 2017-Oct-04.
  std::optional<Match> year_then_month_name(std::size_t i) const {
    std::size_t at = i + 1;
    if (word(at) == "m") ++at;
    if (is_mark_of(at, U".,-/")) ++at;
    if (!is_month(at)) return std::nullopt;
    const std::size_t month_at = at++;
    if (is_mark_of(at, U".-/")) ++at;
    if (!is_number(at, 1, 2)) return std::nullopt;
    return made(value(i), month(month_at), value(at), at + 1);
  }

  std::string_view text_;
  DayMonthOrder order_;
  std::vector<DateToken> tokens_;
};

/// "20171004" with or without a time, seconds or milliseconds since 1970.
std::optional<std::chrono::sys_days> compact_day(std::span<const DateToken> tokens) {
  if (tokens.empty() || tokens[0].kind != Kind::number) return std::nullopt;
  const std::uint64_t value = tokens[0].value;
  const auto date = [](std::uint64_t digits) {
    return day_of(static_cast<int>(digits / 10000), static_cast<int>(digits / 100 % 100),
                  static_cast<int>(digits % 100));
  };
  const auto since_1970 = [](std::uint64_t seconds) -> std::optional<std::chrono::sys_days> {
    const auto day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(seconds)));
    if (std::chrono::year_month_day(day).year() > std::chrono::year(kLastYear)) return std::nullopt;
    return day;
  };
  switch (tokens[0].digits) {
    case 8:
      return date(value);
    case 12:
      return date(value / 10'000);
    case 14:
      return date(value / 1'000'000);
    case 10:
      return tokens.size() == 1 ? since_1970(value) : std::nullopt;
    case 13:
      return tokens.size() == 1 ? since_1970(value / 1000) : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::vector<WrittenDate> find_written_dates(std::string_view text, DayMonthOrder order) {
  return Matching(text, order).all();
}

std::optional<std::chrono::sys_days> parse_written_date(std::string_view text,
                                                        DayMonthOrder order) {
  constexpr std::size_t kMostOtherWords = 6;
  if (text.size() > kLongestField) return std::nullopt;
  Matching matching(text, order);
  const auto found = matching.all();
  if (found.empty()) return compact_day(matching.tokens());
  const bool one_day = std::all_of(found.begin(), found.end(), [&found](const WrittenDate& date) {
    return date.day == found.front().day;
  });
  if (!one_day || matching.words_outside(found.front()) > kMostOtherWords) return std::nullopt;
  return found.front().day;
}

bool names_day_of_month(std::string_view text, std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  const auto is_day = [&date](const DateToken& token) {
    return token.kind == Kind::number && token.digits <= 2 &&
           token.value == static_cast<unsigned>(date.day());
  };
  const auto tokens = date_tokens(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].month != static_cast<unsigned>(date.month())) continue;
    for (std::size_t back = 1; back <= 2 && back <= i; ++back) {  // "18 Nov", "18. Nov"
      if (is_day(tokens[i - back])) return true;
    }
    for (std::size_t on = 1; on <= 2 && i + on < tokens.size(); ++on) {
      if (is_day(tokens[i + on])) return true;
    }
  }
  return false;
}

DayMonthOrder shown_day_month_order(std::string_view text) {
  return Matching(text, DayMonthOrder::unknown).shown_order();
}

}  // namespace furat::indexer
