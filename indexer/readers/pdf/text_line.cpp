#include "indexer/readers/pdf/text_line.hpp"

#include <algorithm>
#include <span>

#include "analysis/text/ascii.hpp"
#include "indexer/readers/pdf/visual_order.hpp"

namespace furat::indexer::pdf {
namespace {

constexpr std::size_t kLinesBack = 4;  // that a word may still belong to: raised, or a tall one
constexpr float kTaller = 1.6F;        // a word so much larger does not say where its line is
constexpr float kSmaller = 0.85F;      // the size of what is raised, or smaller
constexpr float kGap = 0.9F;           // ems: wider than most spaces between words
constexpr float kOver = 0.6F;          // ems of overlap: two texts, one over the other
constexpr float kSpace = 0.25F;        // ems: surely a space
constexpr float kSpaceRightToLeft =
    0.15F;  // there poppler takes letters for words, and says little

/// Words that stand in one line, and where they say it is.
struct Row {
  Region words;
  float top = 0, bottom = 0;
  float size = 0;
};

/// The part of the smaller one's height that both share.
float shared_height(const Row& row, const Word& word) {
  const float shared = std::min(row.bottom, word.bottom) - std::max(row.top, word.top);
  const float smaller = std::min(row.bottom - row.top, word.height());
  return smaller > 0 ? shared / smaller : 0;
}

std::vector<Row> rows_of(const PageWords& page, Region region) {
  std::sort(region.begin(), region.end(), [&page](auto a, auto b) {
    const float first = page.words[a].middle();
    const float second = page.words[b].middle();
    return first != second ? first < second : a < b;
  });
  std::vector<Row> rows;
  for (const auto i : region) {
    const Word& word = page.words[i];
    constexpr float kEnough = 0.5F;
    auto row = rows.end() - static_cast<std::ptrdiff_t>(std::min(rows.size(), kLinesBack));
    while (row != rows.end() && shared_height(*row, word) < kEnough) ++row;
    if (row == rows.end()) {
      rows.push_back({{i}, word.top, word.bottom, word.size});
      continue;
    }
    row->words.push_back(i);
    // A small word came first and is raised or lowered: the line is where the others are.
    if (row->size < kSmaller * word.size && word.size < kTaller * row->size * kTaller) {
      row->top = word.top;
      row->bottom = word.bottom;
      row->size = word.size;
    }
  }
  return rows;
}

bool is_dots(std::string_view text) {
  return !text.empty() && text.find_first_not_of(". \xE2\x80\xA6") == std::string_view::npos;
}

class LineMaking {
 public:
  LineMaking(const PageWords& page, bool mirrored, std::uint32_t page_number)
      : page_(page), mirrored_(mirrored) {
    line_.page = page_number;
  }

  TextLine run(Row row) {
    std::sort(row.words.begin(), row.words.end(), [this](auto a, auto b) {
      return word(a).left != word(b).left ? word(a).left < word(b).left : a < b;
    });
    drop_leaders(row.words);
    measure(row.words);
    for (std::size_t i = 0; i < row.words.size(); ++i) append(row.words, i);
    read_from_right(row.words);
    if (mirrored_) mirror();
    return std::move(line_);
  }

 private:
  [[nodiscard]] const Word& word(std::uint32_t i) const { return page_.words[i]; }
  [[nodiscard]] std::string_view text(std::uint32_t i) const { return page_.text_of(word(i)); }

  /// Takes out rows of dots, as tables of contents have them.
  void drop_leaders(Region& words) {
    constexpr std::size_t kFewestDots = 4;
    constexpr std::size_t kBeforeNumber = 2;  // three before words are an ellipsis
    std::size_t dots = 0;
    for (const auto i : words)
      if (is_dots(text(i))) dots += text(i).size();
    const bool number = !words.empty() && text(words.back()).find_first_not_of("0123456789") ==
                                              std::string_view::npos;
    if (dots < (number ? kBeforeNumber : kFewestDots)) return;
    const auto kept =
        std::remove_if(words.begin(), words.end(), [this](auto i) { return is_dots(text(i)); });
    if (kept == words.begin()) return;
    words.erase(kept, words.end());
    line_.leaders = true;
  }

  /// Place, size and weight: those of most of its letters.
  void measure(const Region& words) {
    std::vector<std::pair<float, std::size_t>> sizes;
    std::size_t letters = 0;
    std::size_t bold = 0;
    for (const auto i : words) {
      const auto count = text(i).size();
      letters += count;
      if (word(i).bold) bold += count;
      const auto same = std::find_if(sizes.begin(), sizes.end(), [&](const auto& entry) {
        return std::abs(entry.first - word(i).size) < 0.1F;
      });
      if (same != sizes.end()) {
        same->second += count;
      } else if (constexpr std::size_t kMostSizes = 16; sizes.size() < kMostSizes) {
        sizes.emplace_back(word(i).size, count);
      }
    }
    line_.size = std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
                   return a.second < b.second;
                 })->first;
    line_.bold = bold * 10 >= letters * 9;
    place(words);
  }

  void place(const Region& words) {
    bool first = true;
    line_.left = word(words.front()).left;
    line_.right = word(words.front()).right;
    for (const auto i : words) {
      line_.left = std::min(line_.left, word(i).left);
      line_.right = std::max(line_.right, word(i).right);
      if (std::abs(word(i).size - line_.size) >= 0.1F) continue;
      line_.top = first ? word(i).top : std::min(line_.top, word(i).top);
      line_.bottom = first ? word(i).bottom : std::max(line_.bottom, word(i).bottom);
      first = false;
    }
    const auto start = mirrored_ ? words.back() : words.front();
    line_.first_word = word(start).right - word(start).left;
    line_.raised_start = words.size() > 1 && is_raised(start);
  }

  /// Small, and its foot above the line's: a mark of a note, an exponent.
  [[nodiscard]] bool is_raised(std::uint32_t i) const {
    constexpr float kAbove = 0.1F;
    return word(i).size < kSmaller * line_.size &&
           word(i).bottom < line_.bottom - kAbove * line_.size;
  }

  void append(const Region& words, std::size_t i) {
    if (i > 0 && is_space_between(words[i - 1], words[i])) {
      const float left = word(words[i - 1]).right;
      const float right = word(words[i]).left;
      if (right - left > kGap * line_.size)
        line_.gaps.push_back({left, right, static_cast<std::uint32_t>(line_.text.size())});
      line_.text += ' ';
    }
    line_.text += text(words[i]);
  }

  [[nodiscard]] bool is_space_between(std::uint32_t before, std::uint32_t after) const {
    const float gap = word(after).left - word(before).right;
    if (word(before).right_to_left || word(after).right_to_left)
      return gap > kSpaceRightToLeft * line_.size;
    if (is_drop_cap(before, after)) return false;
    if (gap < -kOver * line_.size) return true;
    if (gap > kSpace * std::max(line_.size, std::min(word(before).size, word(after).size)))
      return true;
    if (is_note_mark(before, after)) return true;
    constexpr float kSomething = 0.02F;
    return word(before).space_after && gap > kSomething * line_.size;
  }

  /// "word" and a raised "12": a mark of a note is no part of the word it stands at. An exponent
  /// is: "km2".
  [[nodiscard]] bool is_note_mark(std::uint32_t before, std::uint32_t after) const {
    constexpr std::size_t kWord = 4;
    if (!is_raised(after) || !analysis::is_ascii_digit(text(after).front()) ||
        text(before).size() < kWord)
      return false;
    const char last = text(before).back();
    return analysis::is_ascii_letter(last) || last == '.' || last == ',' || last == ')' ||
           last == '"';
  }

  /// A single letter that is as tall as two lines and more, at the start of the first.
  [[nodiscard]] bool is_drop_cap(std::uint32_t before, std::uint32_t after) const {
    return text(before).size() == 1 && analysis::is_ascii_letter(text(before).front()) &&
           word(before).size > kTaller * word(after).size &&
           word(before).top < word(after).bottom &&
           word(after).left - word(before).right < word(after).size;
  }

  /// Arabic and Hebrew: words were put together as they are seen.
  void read_from_right(const Region& words) {
    const auto count = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [this](auto i) { return word(i).right_to_left; }));
    if (count == 0) return;
    line_.text = as_read(line_.text, count * 2 >= words.size() || mirrored_);
    line_.gaps.clear();  // they were places in the text as it was
  }

  void mirror() {
    const float left = line_.left;
    line_.left = page_.width - line_.right;
    line_.right = page_.width - left;
  }

  const PageWords& page_;
  bool mirrored_;
  TextLine line_;
};

}  // namespace

std::vector<TextLine> lines_of(const PageWords& page, const Region& region,
                               std::uint32_t page_number) {
  const auto from_right = std::count_if(region.begin(), region.end(),
                                        [&page](auto i) { return page.words[i].right_to_left; });
  const bool mirrored = static_cast<std::size_t>(from_right) * 2 > region.size();
  std::vector<TextLine> lines;
  for (auto& row : rows_of(page, region))
    lines.push_back(LineMaking(page, mirrored, page_number).run(std::move(row)));
  return lines;
}

}  // namespace furat::indexer::pdf
