// Gives the expressions of one article, in reading order, their place in the calendar.
#pragma once

#include <optional>
#include <vector>

#include "analysis/dates/article_frame.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/expression.hpp"
#include "analysis/dates/relative_calendar.hpp"
#include "analysis/dates/year_context.hpp"

namespace furat::analysis::dates {

/// Remembers the last date of the text, so feed it passage by passage.
class Resolver {
 public:
  explicit Resolver(const ArticleFrame& frame) : frame_(frame), years_(frame) {}

  /// Relative expressions never count from a date of the passage before, except in narratives.
  void begin_passage();

  /// None when the day does not exist in the year it was given.
  [[nodiscard]] std::optional<DateMention> resolve(Expression expression);

  /// Appends the mentions of both ends of a range, or of two weekdays in their order; of "from
  /// March to June" the second decides the year.
  void resolve_range(const Expression& from, const Expression& to, std::vector<DateMention>& out);

 private:
  struct Placed {
    CalendarPoint point = {};
    std::uint8_t flags = 0;
    std::optional<CalendarPoint> anchor = {};
    std::string_view rule = {};  ///< that found the year, if the expression does not tell it
  };

  /// Undecided by the article, 3/4/2017 is 3 April unless only 4 March is not after the
  /// publication.
  void settle_day_order(Expression& expression) const;

  [[nodiscard]] std::optional<CalendarPoint> base_of(const Expression& expression) const;
  [[nodiscard]] WeekSide side_of(const CalendarPoint& base) const;
  [[nodiscard]] std::optional<CalendarPoint> published_point() const;

  [[nodiscard]] Placed with_year(const CalendarPoint& point, const Expression& expression) const;
  [[nodiscard]] Placed inferred(const CalendarPoint& point, const Expression& expression) const;
  [[nodiscard]] Placed counted_from_reference(CalendarPoint point, const Expression& e) const;

  [[nodiscard]] std::optional<DateMention> earlier_end(const Expression& from,
                                                       const Expression& to);
  [[nodiscard]] std::optional<DateMention> point_mention(const Expression& expression);
  [[nodiscard]] std::optional<DateMention> day_of_month_mention(const Expression& expression);
  [[nodiscard]] DateMention weekday_day_mention(const Expression& expression);
  [[nodiscard]] DateMention range_mention(const Expression& expression);
  [[nodiscard]] DateMention weekday_mention(const Expression& expression);
  [[nodiscard]] std::optional<CalendarPoint> same_part_of_year(const Expression& expression) const;
  [[nodiscard]] DateMention time_mention(const Expression& expression);
  [[nodiscard]] DateMention shift_mention(const Expression& expression);
  [[nodiscard]] DateMention elapsed_mention(const Expression& expression) const;

  [[nodiscard]] DateMention dated(const Expression& expression, Placed placed);
  void remember(const CalendarPoint& point, const Expression& expression);

  ArticleFrame frame_;
  YearContext years_;
  std::optional<CalendarPoint> last_;      ///< that "the next day" counts from
  std::optional<CalendarPoint> last_day_;  ///< of this passage, that "that day" may mean
};

}  // namespace furat::analysis::dates
