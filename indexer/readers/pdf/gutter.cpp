#include "indexer/readers/pdf/gutter.hpp"

#include <algorithm>
#include <cmath>

namespace furat::indexer::pdf {
namespace {

// All in ems (median font size of the region) where not said otherwise.
constexpr float kShortest = 4.5F;        // fewer lines beside each other are no columns
constexpr float kTall = 14.0F;           // white space in running text never lines up so far,
constexpr float kNarrowest = 0.3F;       // so that a strip as tall may be as narrow as this,
constexpr float kNarrowestShort = 0.7F;  // and a shorter one not
constexpr float kRunningText = 9.0F;     // a third of the lines of a column run at least so far
constexpr float kSomeWords = 4.0F;       // lines of a narrow column; numbers are shorter
constexpr float kWordSpace = 1.0F;       // wider gaps end a run of words
constexpr float kSameRow = 0.3F;
constexpr float kCrossing = 0.45F;  // of the font's size: a gap no wider is a space between words
constexpr std::size_t kFewestWords = 12;
constexpr std::size_t kMostCandidates = 12;
constexpr std::size_t kMostBins = 1000;
constexpr float kMostStrips = 60;  // above each other; bounds the work on pages of tiny type

struct Interval {
  float top = 0, bottom = 0;
  [[nodiscard]] float height() const { return bottom - top; }
};

/// A line of one side of a strip.
struct Row {
  float middle = 0;
  float inner = 0;  ///< the edge that is next to the strip
  float size = 0;   ///< of the word there
  float run = 0;    ///< length of the longest run of words
};

float median(std::vector<float>& values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Rows of the words of one side; `of_left` is the side left of the strip.
class SideRows {
 public:
  SideRows(const PageWords& page, float em, bool of_left)
      : page_(page), em_(em), of_left_(of_left) {}

  std::vector<Row> of(Region side) {
    std::sort(side.begin(), side.end(), [this](auto a, auto b) {
      return word(a).middle() != word(b).middle() ? word(a).middle() < word(b).middle() : a < b;
    });
    for (std::size_t begin = 0; begin < side.size();) {
      std::size_t end = begin + 1;
      while (end < side.size() &&
             word(side[end]).middle() - word(side[begin]).middle() < kSameRow * em_)
        ++end;
      add(std::span(side).subspan(begin, end - begin));
      begin = end;
    }
    return std::move(rows_);
  }

 private:
  [[nodiscard]] const Word& word(std::uint32_t i) const { return page_.words[i]; }

  void add(std::span<std::uint32_t> line) {
    std::sort(line.begin(), line.end(), [this](auto a, auto b) {
      return word(a).left != word(b).left ? word(a).left < word(b).left : a < b;
    });
    const Word& inner = word(of_left_ ? line.back() : line.front());
    Row row{inner.middle(), of_left_ ? inner.right : inner.left, inner.size, 0};
    float begin = word(line.front()).left;
    float end = begin;
    for (const auto i : line) {
      if (word(i).left - end > kWordSpace * em_) begin = word(i).left;
      end = std::max(end, word(i).right);
      row.run = std::max(row.run, end - begin);
    }
    rows_.push_back(row);
  }

  const PageWords& page_;
  float em_;
  bool of_left_;
  std::vector<Row> rows_;
};

class GutterSearch {
 public:
  GutterSearch(const PageWords& page, const Region& region) : page_(page), region_(region) {}

  std::optional<Gutter> run() {
    if (region_.size() < kFewestWords) return std::nullopt;
    measure();
    if (bottom_ - top_ < shortest_ || !(em_ > 0)) return std::nullopt;
    find_free_intervals();
    collect_candidates();
    for (const auto& candidate : candidates_)
      if (const auto gutter = accepted(candidate, true)) return gutter;
    return std::nullopt;
  }

 private:
  [[nodiscard]] const Word& word(std::uint32_t i) const { return page_.words[i]; }

  void measure() {
    left_ = top_ = std::numeric_limits<float>::max();
    std::vector<float> sizes;
    for (const auto i : region_) {
      left_ = std::min(left_, word(i).left);
      right_ = std::max(right_, word(i).right);
      top_ = std::min(top_, word(i).top);
      bottom_ = std::max(bottom_, word(i).bottom);
      sizes.push_back(word(i).size);
    }
    em_ = median(sizes);
    shortest_ = std::max(kShortest * em_, (bottom_ - top_) / kMostStrips);
    step_ = std::max(1.0F, (right_ - left_) / static_cast<float>(kMostBins));
  }

  [[nodiscard]] std::size_t bin_of(float x) const {
    const float bin = std::clamp((x - left_) / step_, 0.0F, static_cast<float>(kMostBins));
    return static_cast<std::size_t>(bin);
  }

  /// For each bin (a strip of the page, `step_` wide) where nothing stands in it.
  void find_free_intervals() {
    Region order = region_;
    std::sort(order.begin(), order.end(), [this](auto a, auto b) {
      return word(a).top != word(b).top ? word(a).top < word(b).top : a < b;
    });
    const std::size_t bins = bin_of(right_) + 1;
    free_.assign(bins, {});
    std::vector<float> filled_to(bins, top_);
    for (const auto i : order) {
      // Letters lean out of their boxes and boxes out of their letters, by less than this.
      constexpr float kSlack = 0.3F;
      const std::size_t last = bin_of(std::max(word(i).left, word(i).right - kSlack));
      for (std::size_t bin = bin_of(word(i).left + kSlack); bin <= last; ++bin) {
        if (word(i).top - filled_to[bin] >= shortest_)
          free_[bin].push_back({filled_to[bin], word(i).top});
        filled_to[bin] = std::max(filled_to[bin], word(i).bottom);
      }
    }
    for (std::size_t bin = 0; bin < bins; ++bin)
      if (bottom_ - filled_to[bin] >= shortest_) free_[bin].push_back({filled_to[bin], bottom_});
  }

  /// What of `common` is free in a bin too.
  [[nodiscard]] Interval shared(std::size_t bin, const Interval& common) const {
    Interval best{0, -1};
    for (const auto& free : free_[bin]) {
      const Interval both{std::max(free.top, common.top), std::min(free.bottom, common.bottom)};
      if (both.height() > best.height()) best = both;
    }
    return best;
  }

  void collect_candidates() {
    for (std::size_t bin = 0; bin < free_.size(); ++bin)
      for (const auto& free : free_[bin]) {
        constexpr float kSame = 2;
        const auto before = bin == 0 ? Interval{0, -1} : shared(bin - 1, free);
        // One like it has been tried from the bin before.
        if (before.height() < free.height() - kSame) collect(bin, free);
      }
    std::sort(candidates_.begin(), candidates_.end(), [this](const Gutter& a, const Gutter& b) {
      return score(a) != score(b) ? score(a) > score(b) : a.left < b.left;
    });
    if (candidates_.size() > kMostCandidates) candidates_.resize(kMostCandidates);
  }

  void collect(std::size_t bin, const Interval& free) {
    constexpr float kKept = 0.9F;
    Interval common = free;
    std::size_t first = bin;
    std::size_t last = bin;
    const auto grow = [&](std::size_t next) {
      const auto both = shared(next, common);
      if (both.height() < kKept * free.height()) return false;
      common = both;
      return true;
    };
    while (last + 1 < free_.size() && grow(last + 1)) ++last;
    while (first > 0 && grow(first - 1)) --first;
    if (first == 0 || last + 1 == free_.size()) return;  // a margin
    const float width = static_cast<float>(last - first + 1) * step_;
    const float narrowest = common.height() >= kTall * em_ ? kNarrowest : kNarrowestShort;
    if (width < narrowest * em_) return;
    candidates_.push_back({left_ + static_cast<float>(first) * step_,
                           left_ + static_cast<float>(last + 1) * step_, common.top,
                           common.bottom});
  }

  [[nodiscard]] float score(const Gutter& gutter) const {
    return (gutter.bottom - gutter.top) * std::min(gutter.right - gutter.left, 2 * em_);
  }

  /// The candidate, shortened to where no line goes across it, if it parts columns of text.
  std::optional<Gutter> accepted(const Gutter& candidate, bool may_shorten) const {
    Region left, right;
    for (const auto i : region_) {
      if (word(i).middle() < candidate.top || word(i).middle() > candidate.bottom) continue;
      (word(i).left + word(i).right < candidate.left + candidate.right ? left : right).push_back(i);
    }
    const auto left_rows = SideRows(page_, em_, true).of(std::move(left));
    const auto right_rows = SideRows(page_, em_, false).of(std::move(right));
    if (left_rows.empty() || right_rows.empty()) return std::nullopt;
    std::size_t aligned = 0;
    const auto crossing = crossing_rows(left_rows, right_rows, aligned);
    if (!crossing.empty()) {
      const auto shorter = longest_between(candidate, crossing);
      if (!may_shorten || shorter.bottom - shorter.top < shortest_) return std::nullopt;
      return accepted(shorter, false);
    }
    if (is_running_text(left_rows) && is_running_text(right_rows)) return candidate;
    // Rows of a table stand side by side; those of two narrow columns do so by chance at most.
    const std::size_t fewer = std::min(left_rows.size(), right_rows.size());
    constexpr std::size_t kFewestRows = 3;
    const bool by_chance = fewer >= kFewestRows && aligned * 2 < fewer;
    return by_chance && usual_run(left_rows) >= kSomeWords * em_ &&
                   usual_run(right_rows) >= kSomeWords * em_
               ? std::optional(candidate)
               : std::nullopt;
  }

  /// Where a line of the left side goes on in one of the right side: a heading across both columns
  /// that has a space between words just there.
  std::vector<float> crossing_rows(const std::vector<Row>& left, const std::vector<Row>& right,
                                   std::size_t& aligned) const {
    std::vector<float> crossing;
    auto beside = right.begin();
    for (const auto& row : left) {
      while (beside != right.end() && beside->middle < row.middle - kSameRow * em_) ++beside;
      if (beside == right.end() || beside->middle > row.middle + kSameRow * em_) continue;
      ++aligned;
      if (beside->inner - row.inner < kCrossing * std::max(row.size, beside->size))
        crossing.push_back(row.middle);
    }
    return crossing;
  }

  [[nodiscard]] Gutter longest_between(const Gutter& gutter,
                                       const std::vector<float>& crossing) const {
    Gutter best = gutter;
    best.bottom = best.top;
    float top = gutter.top;
    for (std::size_t i = 0; i <= crossing.size(); ++i) {
      const float bottom = i < crossing.size() ? crossing[i] - em_ / 2 : gutter.bottom;
      if (bottom - top > best.bottom - best.top) {
        best.top = top;
        best.bottom = bottom;
      }
      if (i < crossing.size()) top = crossing[i] + em_ / 2;
    }
    return best;
  }

  /// What a third of the lines reach: pieces of formulas make more lines than the text between.
  static float usual_run(const std::vector<Row>& rows) {
    std::vector<float> runs;
    for (const auto& row : rows) runs.push_back(row.run);
    const auto at = runs.begin() + static_cast<std::ptrdiff_t>(runs.size() * 2 / 3);
    std::nth_element(runs.begin(), at, runs.end());
    return *at;
  }
  [[nodiscard]] bool is_running_text(const std::vector<Row>& rows) const {
    return usual_run(rows) >= kRunningText * em_;
  }

  const PageWords& page_;
  const Region& region_;
  float left_ = 0, right_ = 0, top_ = 0, bottom_ = 0;
  float em_ = 0;        ///< points
  float shortest_ = 0;  ///< points
  float step_ = 1;      ///< points
  std::vector<std::vector<Interval>> free_;
  std::vector<Gutter> candidates_;
};

}  // namespace

std::optional<Gutter> find_gutter(const PageWords& page, const Region& region) {
  return GutterSearch(page, region).run();
}

}  // namespace furat::indexer::pdf
