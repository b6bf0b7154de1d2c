#include "indexer/readers/pdf/paragraph_cuts.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "indexer/readers/pdf/line_signs.hpp"

namespace furat::indexer::pdf {
namespace {

constexpr float kOtherSize = 0.12F;  // relative: type that is meant to differ
constexpr float kSameSize = 0.06F;
constexpr float kApart = 0.3F;        // ems beyond the leading
constexpr float kFarApart = 1.0F;     // likewise: not even a sentence under way goes across
constexpr float kIndent = 0.6F;       // ems
constexpr float kDeepest = 5.0F;      // ems: an indent, not a line that is centred
constexpr float kMostLeading = 2.2F;  // ems, of lines of one paragraph
constexpr float kUsualLeading = 1.2F;

bool same_size(const TextLine& a, const TextLine& b, float tolerance) {
  return std::abs(a.size - b.size) <= tolerance * std::max(a.size, b.size);
}

/// From the foot of one line to that of the next, in ems of the larger.
float leading_between(const TextLine& a, const TextLine& b) {
  return (b.bottom - a.bottom) / std::max(a.size, b.size);
}

void collect_leadings(std::span<const TextLine> lines, std::vector<float>& leadings) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const float leading = leading_between(lines[i], lines[i + 1]);
    if (same_size(lines[i], lines[i + 1], kSameSize) && leading > 0.5F && leading < kMostLeading)
      leadings.push_back(leading);
  }
}

/// The lower quartile: lines of one paragraph are nearer to each other than paragraphs are.
float usual(std::vector<float> leadings, float otherwise) {
  constexpr std::size_t kEnough = 4;
  if (leadings.size() < kEnough) return otherwise;
  const auto middle = leadings.begin() + static_cast<std::ptrdiff_t>(leadings.size() * 2 / 5);
  std::nth_element(leadings.begin(), middle, leadings.end());
  return *middle;
}

class Cutting {
 public:
  Cutting(std::span<const TextLine> lines, const Typesetting& typesetting)
      : lines_(lines), size_(typesetting.size) {
    std::vector<float> leadings;
    collect_leadings(lines, leadings);
    leading_ = usual(std::move(leadings), typesetting.leading);
  }

  std::vector<LineCut> run() {
    cuts_.resize(lines_.size());
    mark_tables();
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && !stands_apart(end)) ++end;
      cut(begin, end);
      begin = end;
    }
    return std::move(cuts_);
  }

 private:
  /// Three lines and more, one below the other, that have a gap in common: cells begin there.
  void mark_tables() {
    constexpr std::size_t kFewestRows = 3;
    for (std::size_t begin = 0; begin < lines_.size();) {
      auto common = lines_[begin].gaps;
      std::size_t end = begin + 1;
      for (; end < lines_.size(); ++end) {
        auto still_common = shared_gaps(common, lines_[end]);
        if (still_common.empty()) break;
        common = std::move(still_common);
      }
      const bool table = end - begin >= kFewestRows;
      for (std::size_t i = begin; i < end; ++i) cuts_[i].table = table || lines_[i].leaders;
      begin = end;
    }
  }

  static std::vector<LineGap> shared_gaps(const std::vector<LineGap>& gaps, const TextLine& line) {
    std::vector<LineGap> shared;
    for (std::size_t i = 0, j = 0; i < gaps.size() && j < line.gaps.size();) {
      const float left = std::max(gaps[i].left, line.gaps[j].left);
      const float right = std::min(gaps[i].right, line.gaps[j].right);
      if (right - left > line.size / 2) shared.push_back({left, right, 0});
      (gaps[i].right < line.gaps[j].right ? i : j) += 1;
    }
    return shared;
  }

  /// By white space or type, whatever the text says.
  [[nodiscard]] bool stands_apart(std::size_t i) const {
    const TextLine& a = lines_[i - 1];
    const TextLine& b = lines_[i];
    if (cuts_[i - 1].table || cuts_[i].table) return true;
    if (!same_size(a, b, kOtherSize)) return true;
    const float more = leading_between(a, b) - leading_;
    // A formula in a line pushes the next one down.
    const bool goes_on = !ends_sentence(a.text) && starts_lower_case(b.text);
    const bool display = is_display(i - 1) && is_display(i) && same_size(a, b, 0.02F);
    if (more > (goes_on ? kFarApart : display ? 2 * kApart : kApart)) return true;
    return a.bold != b.bold && !goes_on &&
           (a.bold ? a.right < column_right() : ends_sentence(a.text));
  }

  /// The lines before are as wide as this.
  [[nodiscard]] float column_right() const {
    float right = 0;
    for (const auto& line : lines_) right = std::max(right, line.right);
    return right - lines_.front().size;
  }

  /// Lines [begin, end) stand together.
  void cut(std::size_t begin, std::size_t end) {
    left_ = right_ = 0;
    constexpr std::size_t kFewLines = 3;
    const auto around = end - begin < kFewLines ? lines_ : lines_.subspan(begin, end - begin);
    left_ = lines_[begin].left;
    for (const auto& line : lines_.subspan(begin, end - begin)) left_ = std::min(left_, line.left);
    for (const auto& line : around)
      if (same_size(line, lines_[begin], kOtherSize)) right_ = std::max(right_, line.right);
    for (std::size_t i = begin; i < end; ++i)
      cuts_[i].filled = i + 1 < end ? is_filled(i) : lines_[i].right > right_ - 3 * lines_[i].size;
    cuts_[begin].begins = true;
    for (std::size_t i = begin + 1; i < end; ++i) cuts_[i].begins = begins(i, end);
  }

  /// The first word of the next line had no room in this one.
  [[nodiscard]] bool is_filled(std::size_t i) const {
    const float space = 0.25F * lines_[i].size;
    return lines_[i].right + space + lines_[i + 1].first_word > right_;
  }

  [[nodiscard]] float indent(std::size_t i) const {
    return (lines_[i].left - left_) / lines_[i].size;
  }

  /// The line before says by its end that it is a last one.
  [[nodiscard]] bool is_over(std::size_t i) const {
    return !cuts_[i - 1].filled && ends_sentence(lines_[i - 1].text);
  }

  [[nodiscard]] bool begins(std::size_t i, std::size_t end) const {
    if (begins_item(i)) return true;
    const bool display =
        is_display(i) && is_display(i - 1);  // centred, or broken as it looked best
    if (is_over(i) && !(display && lines_[i - 1].text.ends_with(':'))) return true;
    if (display) return false;
    const float change = indent(i) - indent(i - 1);
    if (change > kIndent && indent(i) < kDeepest) return is_first_line_indent(i, end);
    // Back to the margin: after the indented first line of a paragraph, or after a hanging item.
    if (change < -kIndent && !cuts_[i - 1].begins)
      return !cuts_[i - 1].filled || ends_sentence(lines_[i - 1].text);
    return false;
  }

  /// Type of a heading.
  [[nodiscard]] bool is_display(std::size_t i) const {
    return lines_[i].bold || lines_[i].size > (1 + kOtherSize) * size_;
  }

  [[nodiscard]] bool is_first_line_indent(std::size_t i, std::size_t end) const {
    const bool hangs =
        cuts_[i - 1].begins && i + 1 < end && std::abs(indent(i + 1) - indent(i)) < kIndent;
    if (hangs) return false;
    const bool goes_on = cuts_[i - 1].filled && !ends_sentence(lines_[i - 1].text);
    return !(goes_on && starts_lower_case(lines_[i].text));
  }

  /// A mark of an item, where no sentence is under way or the indent says so.
  [[nodiscard]] bool begins_item(std::size_t i) const {
    const auto mark = item_mark(lines_[i].text);
    if (mark == ItemMark::none) return false;
    if (mark == ItemMark::bullet) return true;
    return !cuts_[i - 1].filled || ends_sentence(lines_[i - 1].text) ||
           indent(i - 1) - indent(i) > kIndent;
  }

  std::span<const TextLine> lines_;
  float size_;  // of the body of the document
  float leading_ = 0;
  float left_ = 0, right_ = 0;  // of the lines that stand together
  std::vector<LineCut> cuts_;
};

}  // namespace

Typesetting typesetting_of(std::span<const std::vector<TextLine>> regions) {
  std::map<int, std::size_t> letters;  // by size, in tenths of a point
  std::vector<float> leadings;
  for (const auto& lines : regions) {
    for (const auto& line : lines)
      letters[static_cast<int>(std::lround(std::min(line.size, 4000.0F) * 10))] += line.text.size();
    collect_leadings(lines, leadings);
  }
  const auto most =
      std::max_element(letters.begin(), letters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  Typesetting result;
  if (most != letters.end()) result.size = static_cast<float>(most->first) / 10;
  result.leading = usual(std::move(leadings), kUsualLeading);
  return result;
}

std::vector<LineCut> paragraph_cuts(std::span<const TextLine> lines,
                                    const Typesetting& typesetting) {
  return Cutting(lines, typesetting).run();
}

}  // namespace furat::indexer::pdf
