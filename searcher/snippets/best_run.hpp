// The search for the stretch of a text that shows most of what matched.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/text/byte_span.hpp"

namespace furat::internal {

/// A matching span of the text; equal `value`s are the same word again.
struct Mark {
  analysis::ByteSpan span;
  std::size_t value = 0;
};

/// Units [first, past) of a text and the marks that lie wholly in them.
struct Run {
  std::size_t first = 0, past = 0;
  std::size_t distinct = 0, total = 0;

  [[nodiscard]] bool shows_more_than(const Run& other) const {
    return distinct != other.distinct ? distinct > other.distinct : total > other.total;
  }
};

/// Slides a window of at most `max_chars` code points over units. Linear.
class RunFinder {
 public:
  /// `units` and `marks` are ascending spans of `text` and outlive the finder. `values` has room
  /// for the largest Mark::value, holds zeros only, and does so again after best().
  RunFinder(std::string_view text, std::span<const analysis::ByteSpan> units,
            std::span<const Mark> marks, std::vector<std::size_t>& values);

  /// The run with most distinct marks, then most marks, then the earliest. What a unit that is
  /// itself too long can show is asked of `oversize`, if given; otherwise it stands whole.
  using Oversize = std::function<Run(std::size_t unit)>;
  [[nodiscard]] Run best(std::size_t max_chars, const Oversize& oversize);

  /// Code points from the start of one unit to the end of another.
  [[nodiscard]] std::size_t chars(std::size_t first, std::size_t last) const {
    return ends_[last] - begins_[first];
  }

 private:
  struct PlacedMark {
    std::size_t first_unit, last_unit, value;
  };
  void measure(std::string_view text, std::span<const analysis::ByteSpan> units);
  void place(std::span<const analysis::ByteSpan> units, std::span<const Mark> marks);
  void enter(std::size_t unit);
  void leave(std::size_t unit);

  std::vector<std::size_t> begins_, ends_;  ///< code points before each unit's begin and end
  std::vector<PlacedMark> marks_;
  std::vector<std::size_t>& values_;
  Run window_;
  std::size_t next_in_ = 0, next_out_ = 0;  ///< marks_ not yet seen by enter() and leave()
};

}  // namespace furat::internal
