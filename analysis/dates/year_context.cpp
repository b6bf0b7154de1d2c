#include "analysis/dates/year_context.hpp"

#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/relative_calendar.hpp"
#include "analysis/dates/timex_values.hpp"
#include "analysis/dates/year_inference.hpp"

namespace furat::analysis::dates {

namespace {

using std::chrono::days;

constexpr days kWeekly{10}, kNews{60};
constexpr days kStepBack{75};       // "the offensive of October, begun on 20 August"
constexpr days kShortStepBack{45};  // where the article tells of its own days too
constexpr int kMonthsOfNews = 1, kMonthsOfPassage = 5, kMonthsOfArticle = 9;
constexpr int kMonthsOfList = 11;

bool states_year(const Expression& expression) {
  return expression.point.year || expression.until.year;
}

/// A year in passing ("declassified in 2005") or a month of an earlier year does not move the
/// narrative; nor does the bare year that it has got to.
bool is_aside(const CalendarPoint& point, const Expression& expression, const CalendarPoint& last) {
  if (point.unit == Unit::year && *point.year == *last.year && last.month > 0) return true;
  if (expression.opens_sentence) return false;
  const bool steps_back = *point.year < *last.year;
  return point.unit >= Unit::year || (steps_back && point.unit != Unit::day);
}

/// False for 29 February of most years.
bool exists_in(CalendarPoint point, std::optional<int> year) {
  point.year = year;
  return interval_of(point).has_value();
}

LookAhead look_ahead(const Expression& expression) {
  const Tense tense = expression.hints.tense;
  // "since September" has begun; "since 21 May" is seldom eleven months ago
  if ((expression.flags & kOpenEnd) && expression.point.unit != Unit::day) return LookAhead::none;
  // "has until June to pay", but not "stood until June"
  if ((expression.flags & kOpenStart) && tense != Tense::past) return LookAhead::next;
  if (expression.hints.term && tense == Tense::unclear) return LookAhead::half_year;
  if (tense == Tense::ahead) return LookAhead::half_year;
  return tense == Tense::past ? LookAhead::near : LookAhead::far;
}

}  // namespace

void YearContext::begin_passage() {
  told_.reset();
  neighbour_.reset();
  if (away_) carrier_ = settled_;
  away_ = false;
}

std::optional<CalendarPoint> YearContext::told_of(const std::optional<CalendarPoint>& last) const {
  const bool exact = last && is_day_or_month(*last);
  if (told_) return exact && is_long_past(*last, *frame_.published) ? last : told_;
  return frame_.retelling.wholly ? carrier_ : std::nullopt;
}

std::optional<InferredYear> YearContext::by_neighbour(const CalendarPoint& point,
                                                      const Expression& expression) const {
  if (!neighbour_ || neighbour_->sentence != expression.hints.sentence ||
      !expression.hints.coordinated || neighbour_->point.unit != point.unit)
    return std::nullopt;
  const auto year = year_near(point, neighbour_->point, days{0}, kMonthsOfList);
  if (!year) return std::nullopt;
  return InferredYear{year, neighbour_->point, "date.year-neighbour"};
}

std::optional<InferredYear> YearContext::by_retelling(
    const CalendarPoint& point, const std::optional<CalendarPoint>& last) const {
  const Retelling& article = frame_.retelling;
  CalendarPoint latest = point;
  latest.year = year_by_publication(point, *frame_.published, LookAhead::far);
  // the month of the publication is too wide to be news by itself
  const bool exact = !article.partly || point.unit == Unit::day;
  if (!article.wholly && latest.year && exact &&
      is_news(latest, *frame_.published, article.partly ? kWeekly : kNews))
    return std::nullopt;
  const int months = article.wholly   ? kMonthsOfArticle
                     : article.partly ? kMonthsOfPassage
                                      : kMonthsOfNews;
  const days back = article.wholly ? kStepBack : article.partly ? kShortStepBack : days{0};
  if (const auto told = told_of(last)) {
    latest.year = year_near(point, *told, back, months);
    const auto whole = latest.year ? interval_of(latest) : std::nullopt;
    if (whole && whole->first > *frame_.published) --*latest.year;
    if (latest.year) return InferredYear{latest.year, told, "date.year-retold"};
  }
  const int known = article.years[static_cast<std::size_t>(point.month)];
  if (!article.partly || point.month == 0 || known <= 0 || !exists_in(point, known))
    return std::nullopt;
  return InferredYear{known, day_point(*frame_.published), "date.year-retold"};
}

/// A history does not tell of what comes after it was written.
int YearContext::told_by_then(CalendarPoint point, int year) const {
  point.year = year;
  const auto whole = interval_of(point);
  const bool after = frame_.published && whole && whole->first > *frame_.published + kNews;
  return after ? shifted_year(year, -1) : year;
}

InferredYear YearContext::infer(const CalendarPoint& point, const Expression& expression,
                                const std::optional<CalendarPoint>& last) const {
  if (exists_in(point, expression.hints.anniversary))
    return {expression.hints.anniversary, std::nullopt, "date.year-anniversary"};
  if (frame_.narrative && carrier_) {
    const NarrativePosition at{*carrier_, carrier_is_stated_, expression.hints.next};
    return {told_by_then(point, year_by_narrative(point, at)), carrier_, "date.year-narrative"};
  }
  if (const auto listed = by_neighbour(point, expression)) return *listed;
  if (!frame_.published || frame_.narrative) return {};
  if (const auto retold = by_retelling(point, last)) return *retold;
  return {year_by_publication(point, *frame_.published, look_ahead(expression)),
          day_point(*frame_.published), "date.year-window"};
}

void YearContext::note_told(const CalendarPoint& point, const Expression& expression) {
  if (!frame_.published || !is_day_or_month(point)) return;
  const bool past = is_long_past(point, *frame_.published);
  if (states_year(expression))
    told_ = past ? std::optional(point) : std::nullopt;
  else if (!past && expression.reference == Reference::window)
    told_.reset();  // the text is back at its own days
}

void YearContext::note_neighbour(const CalendarPoint& point, const Expression& expression) {
  if (states_year(expression) && is_day_or_month(point))
    neighbour_ = {point, expression.hints.sentence};
}

void YearContext::carry_on(const CalendarPoint& point, const Expression& expression) {
  const bool in_passing = carrier_ && is_aside(point, expression, *carrier_);
  const bool ahead = expression.reference == Reference::publication && expression.count != 0;
  if (carrier_ && (in_passing || ahead)) {
    if (*point.year == *carrier_->year) carrier_is_stated_ |= states_year(expression);
    return;
  }
  const bool excursion = expression.hints.excursion;
  if (excursion && !away_) settled_ = carrier_;
  if (excursion || states_year(expression)) away_ = excursion && settled_;
  carrier_ = point;
  carrier_is_stated_ = expression.point.year.has_value();
}

void YearContext::note(const CalendarPoint& point, const Expression& expression) {
  note_told(point, expression);
  note_neighbour(point, expression);
  carry_on(point, expression);
}

}  // namespace furat::analysis::dates
