// What an article has said so far of the years it tells of, and the year that this gives to a month
// or a day which states none.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/dates/article_frame.hpp"

namespace furat::analysis::dates {

struct InferredYear {
  std::optional<int> year = {};              ///< none: nothing tells it
  std::optional<CalendarPoint> anchor = {};  ///< what it was taken from
  std::string_view rule = {};
};

/// Feed it the placed dates of an article in reading order.
class YearContext {
 public:
  explicit YearContext(const ArticleFrame& frame) : frame_(frame) {}

  void begin_passage();

  /// `point` is the place that `expression` was given.
  void note(const CalendarPoint& point, const Expression& expression);

  /// `last` is the date before it in the text, of its passage unless the article is a narrative.
  [[nodiscard]] InferredYear infer(const CalendarPoint& point, const Expression& expression,
                                   const std::optional<CalendarPoint>& last) const;

  /// The last date of the passage that states its year, if it lies long before the publication.
  [[nodiscard]] const std::optional<CalendarPoint>& told() const { return told_; }

  /// Where a narrative has got to.
  [[nodiscard]] const std::optional<CalendarPoint>& carrier() const { return carrier_; }

 private:
  struct Neighbour {
    CalendarPoint point = {};
    int sentence = 0;
  };

  void note_told(const CalendarPoint& point, const Expression& expression);
  void note_neighbour(const CalendarPoint& point, const Expression& expression);
  void carry_on(const CalendarPoint& point, const Expression& expression);

  [[nodiscard]] std::optional<InferredYear> by_neighbour(const CalendarPoint& point,
                                                         const Expression& expression) const;
  [[nodiscard]] std::optional<InferredYear> by_retelling(
      const CalendarPoint& point, const std::optional<CalendarPoint>& last) const;
  [[nodiscard]] std::optional<CalendarPoint> told_of(
      const std::optional<CalendarPoint>& last) const;

  [[nodiscard]] int told_by_then(CalendarPoint point, int year) const;

  ArticleFrame frame_;
  std::optional<CalendarPoint> told_;     ///< of this passage: long past, with its year
  std::optional<Neighbour> neighbour_;    ///< of this passage: the last that states its year
  std::optional<CalendarPoint> carrier_;  ///< whose year a narrative carries forward
  std::optional<CalendarPoint> settled_;  ///< the carrier before an excursion
  bool carrier_is_stated_ = false;        ///< the text itself gives that year
  bool away_ = false;                     ///< on an excursion, which ends with its passage
};

}  // namespace furat::analysis::dates
