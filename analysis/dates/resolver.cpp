#include "analysis/dates/resolver.hpp"

#include <cstdlib>
#include <tuple>
#include <utility>

#include "analysis/dates/relative_calendar.hpp"
#include "analysis/dates/timex_values.hpp"
#include "analysis/dates/year_inference.hpp"

namespace furat::analysis::dates {

namespace {

TimexType type_of(const Expression& e) {
  switch (e.form) {
    case Form::duration:
    case Form::elapsed:
      return TimexType::duration;
    case Form::repeated:
      return TimexType::set;
    default:
      return e.time.any() ? TimexType::time : TimexType::date;
  }
}

std::string_view mod_of(const Expression& e) {
  switch (e.part) {
    case Part::early:
      return "START";
    case Part::mid:
      return "MID";
    case Part::late:
      return "END";
    case Part::whole:
      break;
  }
  if (!e.mod.empty()) return e.mod;
  return (e.flags & kApproximate) != 0 ? "APPROX" : "";
}

DateMention mention_of(const Expression& expression) {
  DateMention out;
  out.type = type_of(expression);
  out.mod = mod_of(expression);
  out.span = expression.span;
  out.flags = expression.flags;
  out.rule = expression.rule;
  return out;
}

std::string anchor_text(const std::optional<CalendarPoint>& anchor) {
  if (!anchor) return {};
  const auto whole = interval_of(*anchor);
  return whole ? iso_day(whole->first) : std::string{};
}

/// An open side has its flag and no day.
void set_interval(DateMention& out, DayInterval whole) {
  if (!(out.flags & kOpenStart)) out.first = whole.first;
  if (!(out.flags & kOpenEnd)) out.last = whole.last;
}

void swap_day_and_month(CalendarPoint& point) { std::swap(point.day, point.month); }

bool is_after(const CalendarPoint& point, std::chrono::sys_days day) {
  const auto whole = interval_of(point);
  return whole && whole->first > day;
}

/// False for 29 February of last year, and for years after 9999.
bool exists(const CalendarPoint& point) {
  return !point.year || *point.year < 0 || interval_of(point).has_value();
}

DateMention unplaced(const Expression& expression, std::string value, Granularity granularity) {
  DateMention out = mention_of(expression);
  out.value = std::move(value);
  out.granularity = granularity;
  return out;
}

std::string length_value(const Expression& e) {
  std::string length = timex_length(e.count, e.count_unit, e.indefinite, e.and_a_half);
  if (e.lesser_count > 0)  // both are of the clock: PT2H and PT48M
    length +=
        timex_length(e.lesser_count, e.lesser_unit, false).substr(std::string_view("PT").size());
  return length;
}

/// A holiday of a single day as that day, once its year is known.
CalendarPoint day_of_feast(const CalendarPoint& point) {
  const auto whole = point.unit == Unit::feast ? interval_of(point) : std::nullopt;
  return whole && whole->first == whole->last ? day_point(whole->first) : point;
}

/// "every Friday" has its weekday, other sets the time from one to the next.
std::string repeated_value(const Expression& e) {
  return e.point.day > 0 ? timex_weekday(e.point.day) : length_value(e);
}

/// The earlier end of a range has the year of the later one, or the year before.
void align_years(CalendarPoint& first, CalendarPoint& last) {
  if (first.year || !last.year) return;
  const bool wraps = std::tuple(last.month, last.day, last.index) <
                     std::tuple(first.month, first.day, first.index);
  first.year = shifted_year(*last.year, wraps ? -1 : 0);
}

/// Said on a Thursday, "Thursday and Friday" are those of the week before.
void move_back_a_week(DateMention& weekday) {
  constexpr std::chrono::days kWeek{7};
  if (!weekday.first || weekday.first != weekday.last) return;
  *weekday.first -= kWeek;
  *weekday.last -= kWeek;
  const auto time = weekday.value.find('T');
  weekday.value = iso_day(*weekday.first) +
                  (time == std::string::npos ? std::string() : weekday.value.substr(time));
}

/// Two ends of a range that the index can join.
bool are_in_order(const DateMention& first, const DateMention& last) {
  const bool unknown = (first.flags & last.flags & kYearUnknown) != 0;
  return unknown || (first.first && last.last && *first.first <= *last.last);
}

}  // namespace

void Resolver::begin_passage() {
  years_.begin_passage();
  last_day_.reset();
  // a passage goes on from where the narrative has got to, not from a year in passing
  const bool elsewhere = last_ && years_.carrier() && last_->year != years_.carrier()->year;
  if (!frame_.narrative)
    last_.reset();
  else if (elsewhere)
    last_ = years_.carrier();
}

std::optional<DateMention> Resolver::resolve(Expression expression) {
  if (expression.order == DayOrder::undecided) settle_day_order(expression);
  switch (expression.form) {
    case Form::point:
      return point_mention(expression);
    case Form::range:
      return range_mention(expression);
    case Form::day_of_month:
      return day_of_month_mention(expression);
    case Form::weekday:
      return weekday_mention(expression);
    case Form::shift:
      return shift_mention(expression);
    case Form::elapsed:
      return elapsed_mention(expression);
    case Form::time_of_day:
      return time_mention(expression);
    case Form::repeated:
      return unplaced(expression, repeated_value(expression), Granularity::duration);
    case Form::duration:
      return unplaced(expression, length_value(expression), Granularity::duration);
    case Form::reference:
      return unplaced(expression, std::string(expression.value), Granularity::reference);
  }
  return std::nullopt;
}

void Resolver::resolve_range(const Expression& from, const Expression& to,
                             std::vector<DateMention>& out) {
  const auto first = lacks_year(from) && lacks_year(to) ? earlier_end(from, to) : resolve(from);
  const auto last = resolve(to);
  if (first) out.push_back(*first);
  if (last) out.push_back(*last);
  if (!first || !last) return;
  DateMention& earlier = out[out.size() - 2];
  if (from.before_next && !are_in_order(earlier, *last)) move_back_a_week(earlier);
  if (from.begins_range && are_in_order(earlier, *last)) earlier.flags |= kBeginsRange;
}

std::optional<DateMention> Resolver::earlier_end(const Expression& from, const Expression& to) {
  Placed placed = with_year(to.point, to);
  CalendarPoint last = std::exchange(placed.point, from.point);
  align_years(placed.point, last);
  if (!exists(placed.point)) return std::nullopt;
  return dated(from, placed);
}

void Resolver::settle_day_order(Expression& expression) const {
  CalendarPoint swapped = expression.point;
  swap_day_and_month(swapped);
  const bool future = frame_.published && is_after(expression.point, *frame_.published) &&
                      !is_after(swapped, *frame_.published);
  if (frame_.order == DayOrder::undecided) expression.flags |= kDayMonthOrder;
  if (frame_.order == DayOrder::month_first || (frame_.order == DayOrder::undecided && future))
    expression.point = swapped;
}

std::optional<CalendarPoint> Resolver::published_point() const {
  if (!frame_.published) return std::nullopt;
  return day_point(*frame_.published);
}

/// A history is read long after it was written: its "this year" is the one that it tells of.
std::optional<CalendarPoint> Resolver::base_of(const Expression& expression) const {
  const bool text = expression.reference == Reference::text;
  const bool that_day = text && expression.form == Form::shift && expression.count == 0 &&
                        expression.count_unit == Unit::day;
  if (that_day && last_day_) return last_day_;
  if (text || frame_.narrative) return last_;
  const bool loose = expression.at_hand || expression.reference == Reference::none;
  if (loose && frame_.retelling.wholly) return last_;
  if (loose && frame_.retelling.partly && years_.told()) return last_;
  return published_point();
}

WeekSide Resolver::side_of(const CalendarPoint& base) const {
  if (frame_.narrative) return WeekSide::after;
  return base == published_point() ? WeekSide::before : WeekSide::either;
}

Resolver::Placed Resolver::inferred(const CalendarPoint& point,
                                    const Expression& expression) const {
  const InferredYear found = years_.infer(point, expression, last_);
  Placed out{.point = point, .anchor = found.anchor, .rule = found.rule};
  out.point.year = found.year;
  out.flags = found.year ? kYearInferred : kYearUnknown;
  return out;
}

/// "October of last year", "last December".
Resolver::Placed Resolver::counted_from_reference(CalendarPoint point, const Expression& e) const {
  const auto base = base_of(e);
  if (!base || !base->year) return {.point = point, .flags = kYearUnknown | kRelative};
  point.year = e.rule.starts_with("relative.") ? year_counted(point, *base, e.count)
                                               : shifted_year(*base->year, e.count);
  return {.point = point, .flags = kRelative, .anchor = base};
}

Resolver::Placed Resolver::with_year(const CalendarPoint& point,
                                     const Expression& expression) const {
  if (point.year) return {.point = point};
  if (expression.reference == Reference::window) return inferred(point, expression);
  return counted_from_reference(point, expression);
}

void Resolver::remember(const CalendarPoint& point, const Expression& expression) {
  if (!point.year) return;
  // "since January of that year" leaves the day before it at hand
  const bool aside = (expression.flags & (kOpenStart | kOpenEnd)) != 0 && point.unit != Unit::day;
  if (!aside || !last_day_) last_ = point;
  if (point.unit == Unit::day) last_day_ = point;
  years_.note(point, expression);
}

DateMention Resolver::dated(const Expression& expression, Placed placed) {
  placed.point = day_of_feast(placed.point);
  DateMention out = mention_of(expression);
  out.flags |= placed.flags;
  out.value = timex_value(placed.point);
  if (placed.point.unit == Unit::day && placed.point.year) out.value += timex_time(expression.time);
  out.granularity = granularity_of(placed.point.unit);
  out.anchor = anchor_text(placed.anchor);
  if (!placed.rule.empty()) out.rule = placed.rule;
  if (const auto whole = interval_of(placed.point))
    set_interval(out, part_of(*whole, placed.point.unit, expression.part));
  remember(placed.point, expression);
  return out;
}

std::optional<DateMention> Resolver::point_mention(const Expression& expression) {
  const Placed placed = with_year(expression.point, expression);
  if (!exists(placed.point)) return std::nullopt;
  return dated(expression, placed);
}

DateMention Resolver::weekday_day_mention(const Expression& expression) {
  const auto base = base_of(expression);
  const int weekday = expression.point.index;
  const auto day = base ? nearest_day_on(*base, weekday, expression.point.day) : std::nullopt;
  Expression relative = expression;
  relative.flags |= kRelative;
  if (!day) return unplaced(relative, timex_weekday(weekday), Granularity::day);
  return dated(relative, {.point = day_point(*day), .anchor = base});
}

/// "on the 3rd" after a date late in its month is of the next one.
std::optional<DateMention> Resolver::day_of_month_mention(const Expression& expression) {
  constexpr int kMostDaysBack = 20;
  if (expression.point.index > 0) return weekday_day_mention(expression);
  if (!last_ || last_->month == 0) return std::nullopt;
  const bool next = last_->unit == Unit::day && last_->day - expression.point.day > kMostDaysBack;
  CalendarPoint point = expression.point;
  point.year = shifted_year(*last_->year, next && last_->month == 12 ? 1 : 0);
  point.month = next ? last_->month % 12 + 1 : last_->month;
  if (!exists(point)) return std::nullopt;
  return dated(expression, {.point = point, .flags = kRelative, .anchor = last_});
}

DateMention Resolver::range_mention(const Expression& expression) {
  Placed last = with_year(expression.until, expression);
  CalendarPoint first = expression.point;
  align_years(first, last.point);
  DateMention out = mention_of(expression);
  out.flags |= last.flags;
  out.value = timex_value(first) + "/" + timex_value(last.point);
  out.granularity = Granularity::range;
  out.anchor = anchor_text(last.anchor);
  if (!last.rule.empty()) out.rule = last.rule;
  const auto from = interval_of(first), to = interval_of(last.point);
  if (from && to) set_interval(out, {from->first, to->last});
  remember(last.point, expression);
  return out;
}

DateMention Resolver::weekday_mention(const Expression& expression) {
  const int weekday = expression.point.day;
  const auto base = base_of(expression);
  const auto day = !base ? std::nullopt
                   : expression.count_unit == Unit::week
                       ? weekday_in_week(*base, weekday, expression.count)
                       : nearest_weekday(*base, weekday, expression, side_of(*base));
  Expression relative = expression;
  relative.flags |= kRelative;
  if (!day) return unplaced(relative, timex_weekday(weekday), Granularity::day);
  return dated(relative, {.point = day_point(*day), .anchor = base});
}

/// "a year earlier" behind a quarter is a quarter, "the same period of 2012" what was told of last.
std::optional<CalendarPoint> Resolver::same_part_of_year(const Expression& expression) const {
  const bool years = expression.reference == Reference::text &&
                     expression.count_unit == Unit::year && std::abs(expression.count) == 1;
  if (!last_ || !last_->year || !(expression.keeps_unit || years)) return std::nullopt;
  const bool quarter = last_->unit == Unit::quarter || last_->unit == Unit::half;
  if (!quarter && !(expression.keeps_unit && last_->unit == Unit::month)) return std::nullopt;
  CalendarPoint point = *last_;
  point.year =
      expression.point.year ? *expression.point.year : shifted_year(*last_->year, expression.count);
  return point;
}

/// Of the last day that the passage named.
DateMention Resolver::time_mention(const Expression& expression) {
  Expression relative = expression;
  relative.flags |= kRelative;
  if (!last_day_) return unplaced(relative, timex_time(expression.time), Granularity::reference);
  return dated(relative, {.point = *last_day_, .anchor = last_day_});
}

DateMention Resolver::shift_mention(const Expression& expression) {
  const auto base = base_of(expression);
  Expression relative = expression;
  relative.flags |= kRelative;
  const bool present = frame_.narrative && expression.value == "PRESENT_REF";
  if (present || expression.indefinite)
    return unplaced(relative, std::string(expression.value), Granularity::reference);
  const auto same_part = same_part_of_year(expression);
  if (same_part) return dated(relative, {.point = *same_part, .anchor = last_});
  const auto point = base ? shifted_point(*base, expression) : std::nullopt;
  if (!point) return unplaced(relative, unplaced_shift_value(expression), Granularity::reference);
  DateMention out = dated(relative, {.point = *point, .anchor = base});
  // "more than two years ago" is before that day, not before the end of that year
  if (const auto exact = interval_of(*base);
      exact && (out.flags & (kOpenStart | kOpenEnd)) == kOpenStart && expression.count < 0)
    if (const auto last = shifted(exact->first, expression.count_unit, expression.count))
      out.last = *last;
  return out;
}

DateMention Resolver::elapsed_mention(const Expression& expression) const {
  DateMention out = unplaced(expression, length_value(expression), Granularity::duration);
  if (!frame_.published || frame_.narrative) return out;
  out.flags |= kRelative | (expression.indefinite ? kApproximate : 0);
  out.anchor = iso_day(*frame_.published);
  if (const auto elapsed = elapsed_days(*frame_.published, expression)) {
    out.granularity = Granularity::range;
    set_interval(out, *elapsed);
  }
  return out;
}

}  // namespace furat::analysis::dates
