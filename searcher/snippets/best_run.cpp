#include "searcher/snippets/best_run.hpp"

#include "searcher/snippets/text_units.hpp"

namespace furat::internal {

using analysis::ByteSpan;

RunFinder::RunFinder(std::string_view text, std::span<const ByteSpan> units,
                     std::span<const Mark> marks, std::vector<std::size_t>& values)
    : values_(values) {
  measure(text, units);
  place(units, marks);
}

void RunFinder::measure(std::string_view text, std::span<const ByteSpan> units) {
  std::size_t chars = 0;
  std::size_t at = units.empty() ? 0 : units.front().begin;
  for (const ByteSpan unit : units) {
    chars += code_points(text.substr(at, unit.begin - at));
    begins_.push_back(chars);
    chars += code_points(unit.of(text));
    ends_.push_back(chars);
    at = unit.end;
  }
}

void RunFinder::place(std::span<const ByteSpan> units, std::span<const Mark> marks) {
  std::size_t unit = 0;
  for (const Mark& mark : marks) {
    while (unit < units.size() && units[unit].end <= mark.span.begin) ++unit;
    std::size_t last = unit;
    while (last < units.size() && units[last].end < mark.span.end) ++last;
    if (last == units.size()) break;
    marks_.push_back({unit, last, mark.value});
    unit = last;
  }
}

// A mark counts while the window holds both its ends: it enters with its last unit and leaves
// with its first one.
void RunFinder::enter(std::size_t unit) {
  for (; next_in_ < marks_.size() && marks_[next_in_].last_unit <= unit; ++next_in_) {
    const PlacedMark& mark = marks_[next_in_];
    if (mark.first_unit < window_.first || mark.last_unit != unit) continue;
    if (values_[mark.value]++ == 0) ++window_.distinct;
    ++window_.total;
  }
  window_.past = unit + 1;
}

void RunFinder::leave(std::size_t unit) {
  for (; next_out_ < marks_.size() && marks_[next_out_].first_unit <= unit; ++next_out_) {
    const PlacedMark& mark = marks_[next_out_];
    if (mark.last_unit >= window_.past) continue;
    if (--values_[mark.value] == 0) --window_.distinct;
    --window_.total;
  }
  window_.first = unit + 1;
}

Run RunFinder::best(std::size_t max_chars, const Oversize& oversize) {
  const std::size_t units = begins_.size();
  Run best;
  const auto consider = [&best](const Run& run) {
    if (best.past == 0 || run.shows_more_than(best)) best = run;
  };
  for (std::size_t first = 0; first < units; ++first) {
    while (window_.past < units && chars(first, window_.past) <= max_chars) enter(window_.past);
    if (window_.past > first) {
      consider(window_);
    } else if (oversize) {
      consider(oversize(first));
      window_.past = first + 1;  // the window passes over it without its marks
      while (next_in_ < marks_.size() && marks_[next_in_].last_unit <= first) ++next_in_;
      while (next_out_ < marks_.size() && marks_[next_out_].first_unit <= first) ++next_out_;
      window_.first = first + 1;
      continue;
    } else {
      enter(first);
      consider(window_);
    }
    leave(first);
  }
  return best;
}

}  // namespace furat::internal
