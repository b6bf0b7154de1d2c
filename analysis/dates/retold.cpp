#include "analysis/dates/retold.hpp"

#include "analysis/dates/timex_values.hpp"

namespace furat::analysis::dates {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr days kRecent{60};  // year_inference.cpp looks as far ahead
constexpr int kDaysPerMonth = 30;
constexpr int kFewestForWhole = 2;
constexpr int kSeveralYears = -1;
constexpr int kLongAgo = 10;  // years

bool states_time(const Expression& expression) {
  const bool dated = expression.form == Form::point || expression.form == Form::range;
  const CalendarPoint& point = expression.form == Form::range ? expression.until : expression.point;
  return dated && point.year && *point.year > 0 && is_day_or_month(point);
}

class Balance {
 public:
  explicit Balance(sys_days published) : published_(published) {}

  void add(const Expression& expression) {
    if (counts_from_writing(expression)) ++from_writing_;
    if (!states_time(expression)) return;
    const bool range = expression.form == Form::range;
    const CalendarPoint& point = range ? expression.until : expression.point;
    last_is_past_ = is_long_past(point, published_);
    ++(last_is_past_ ? past_ : recent_);
    note_month(point);
  }

  [[nodiscard]] Retelling result() const {
    const bool partly = from_writing_ == 0 && past_ > 0 && past_ >= recent_;
    return {.partly = partly,
            .wholly = partly && past_ >= kFewestForWhole && recent_ == 0,
            .years = years_};
  }

 private:
  /// A weekday behind a date of long ago may be of that week; "the month" tells nothing.
  [[nodiscard]] bool counts_from_writing(const Expression& expression) const {
    if (expression.at_hand) return false;
    if (expression.form == Form::weekday) return !last_is_past_;
    const bool counted = expression.form == Form::shift || expression.form == Form::elapsed;
    // "a century ago", "a decade ago"
    const bool vague = expression.count_unit >= Unit::decade ||
                       (expression.count_unit == Unit::year && expression.count <= -kLongAgo);
    return counted && !vague && expression.reference == Reference::publication;
  }

  void note_month(const CalendarPoint& point) {
    int& year = years_[static_cast<std::size_t>(point.month)];
    year = year == 0 || year == *point.year ? *point.year : kSeveralYears;
  }

  sys_days published_;
  int past_ = 0, recent_ = 0, from_writing_ = 0;
  bool last_is_past_ = false;
  std::array<int, 13> years_ = {};
};

std::optional<DayInterval> days_in(CalendarPoint point, int year) {
  point.year = year;
  return interval_of(point);
}

}  // namespace

Retelling retelling_of(std::span<const Expressions> passages, std::optional<sys_days> published) {
  if (!published) return {};
  Balance balance(*published);
  for (const Expressions& passage : passages)
    for (const Expression& expression : passage) balance.add(expression);
  return balance.result();
}

bool is_long_past(const CalendarPoint& point, sys_days published) {
  const auto whole = interval_of(point);
  return whole && whole->last < published - kRecent;
}

bool is_news(const CalendarPoint& point, sys_days published, days window) {
  const auto whole = interval_of(point);
  return whole && whole->first <= published && whole->last >= published - window;
}

std::optional<int> year_near(const CalendarPoint& point, const CalendarPoint& told, days before,
                             int months_after) {
  const auto from = interval_of(told);
  if (!from) return std::nullopt;
  for (int year = *told.year - 1; year <= *told.year + 1; ++year) {
    const auto whole = days_in(point, year);
    if (whole && whole->last >= from->first - before &&
        whole->first <= from->last + days{kDaysPerMonth * months_after})
      return year;
  }
  return std::nullopt;
}

}  // namespace furat::analysis::dates
