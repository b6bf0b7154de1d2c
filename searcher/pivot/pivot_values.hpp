// The values of one side of a pivot that get a line of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "searcher/deadline.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/pivot/pivot_axis.hpp"

namespace furat {

class PivotValues {
 public:
  /// The most frequent `limit` values of the passages (0: all), by count or, of a time axis, by
  /// time. Throws DeadlineExceeded and Cancelled.
  PivotValues(PivotAxis& axis, const std::vector<PassageOfArticle>& passages, CountOf order,
              std::size_t limit, const Deadline& deadline);

  [[nodiscard]] const std::vector<PivotValue>& shown() const { return shown_; }
  [[nodiscard]] std::size_t total_values() const { return total_values_; }

  /// Lines that are no value's: of values that are not shown, of passages without any value, of all
  /// passages.
  [[nodiscard]] std::size_t others() const { return shown_.size(); }
  [[nodiscard]] std::size_t without() const { return shown_.size() + 1; }
  [[nodiscard]] std::size_t all() const { return shown_.size() + 2; }

  /// Replaces `lines` by the numbers of the lines in which a passage with these values counts, each
  /// once.
  void lines_of(std::span<const std::uint32_t> values, std::vector<std::size_t>& lines) const;

 private:
  std::vector<PivotValue> shown_;
  std::unordered_map<std::uint32_t, std::size_t> line_of_value_;
  std::size_t total_values_ = 0;
};

}  // namespace furat
