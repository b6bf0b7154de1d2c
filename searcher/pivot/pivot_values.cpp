#include "searcher/pivot/pivot_values.hpp"

#include <algorithm>
#include <tuple>

#include "searcher/timeline/calendar_counts.hpp"

namespace furat {
namespace {

struct Candidate {
  std::uint32_t number;
  PivotValue value;
};

std::size_t counted_by(CountOf order, const Counted& counted) {
  return order == CountOf::passages ? counted.passages : counted.articles;
}

void sort_by_frequency(std::vector<Candidate>& candidates, CountOf order, bool is_time) {
  std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    const auto of_a = counted_by(order, a.value.total);
    const auto of_b = counted_by(order, b.value.total);
    if (of_a != of_b) return of_a > of_b;
    if (is_time) return a.number < b.number;
    return std::tie(a.value.name, a.value.id) < std::tie(b.value.name, b.value.id);
  });
}

}  // namespace

PivotValues::PivotValues(PivotAxis& axis, const std::vector<PassageOfArticle>& passages,
                         CountOf order, std::size_t limit, const Deadline& deadline) {
  std::unordered_map<std::uint32_t, OnceCounter> counts;
  PacedCheck in_time(deadline);
  for (const auto& [article, passage] : passages) {
    in_time.step();
    for (const auto value : axis.of(passage)) counts[value].add(article, passage);
  }
  total_values_ = counts.size();

  std::vector<Candidate> candidates;
  for (const auto& [number, count] : counts) {
    if (!axis.may_be_shown(number)) continue;
    candidates.push_back({number, axis.describe(number)});
    candidates.back().value.total = count.counted();
  }
  sort_by_frequency(candidates, order, axis.is_time());
  if (limit != 0 && candidates.size() > limit) candidates.resize(limit);
  if (axis.is_time())
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate& a, const Candidate& b) { return a.number < b.number; });
  for (auto& [number, value] : candidates) {
    line_of_value_.emplace(number, shown_.size());
    shown_.push_back(std::move(value));
  }
}

void PivotValues::lines_of(std::span<const std::uint32_t> values,
                           std::vector<std::size_t>& lines) const {
  lines.clear();
  for (const auto value : values)
    if (const auto line = line_of_value_.find(value); line != line_of_value_.end())
      lines.push_back(line->second);
  if (lines.size() < values.size()) lines.push_back(others());
  if (values.empty()) lines.push_back(without());
  lines.push_back(all());
}

}  // namespace furat
