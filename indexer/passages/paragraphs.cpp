#include "indexer/passages/paragraphs.hpp"

#include "indexer/passages/hyphens.hpp"
#include "indexer/passages/list_item.hpp"

namespace furat::indexer {
namespace {

// A paragraph that a page break cuts may have page furniture dropped from its middle, but not half
// a page.
constexpr std::uint32_t kMostBlanksInside = 4;

enum class Step { goes_on, paragraph, item };

class Unwrapping {
 public:
  Unwrapping(std::string_view body, std::span<const Line> lines, const Layout& layout)
      : body_(body), lines_(lines), layout_(layout) {}

  std::vector<LineRange> run() {
    std::vector<LineRange> paragraphs;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Step step = i == 0 ? first_step() : step_to(i, paragraphs.back());
      if (step == Step::goes_on) {
        paragraphs.back().past = i + 1;
      } else {
        paragraphs.push_back({i, i + 1, step == Step::item});
      }
    }
    return paragraphs;
  }

 private:
  std::string_view text(std::size_t i) const { return lines_[i].of(body_); }

  Step first_step() const {
    return item_start(text(0)).sign == ItemSign::none ? Step::paragraph : Step::item;
  }

  Step step_to(std::size_t i, const LineRange& current) const {
    if (begins_item(i, current.item)) return Step::item;
    return goes_on(i, current) ? Step::goes_on : Step::paragraph;
  }

  /// Empty lines that mean something between line i - 1 and line i.
  std::uint32_t blanks(std::size_t i) const {
    const std::uint32_t count = lines_[i].blanks_before;
    return layout_.wrapping == Wrapping::double_spaced && count > 0 ? count - 1 : count;
  }

  bool begins_item(std::size_t i, bool in_item) const {
    const ItemSign sign = item_start(text(i)).sign;
    if (sign == ItemSign::bullet) return true;
    const std::string_view above = text(i - 1);
    // In wrapped text a dash or a number may stand at the start of a line by chance.
    if (sign != ItemSign::none) {
      return layout_.wrapping == Wrapping::none || blanks(i) > 0 || !is_open(above) ||
             !layout_.is_filled(lines_[i - 1], lines_[i], body_);
    }
    return begins_signless_item(i, in_item);
  }

  /// "... including:" and then lines that end in semicolons, often indented.
  bool begins_signless_item(std::size_t i, bool in_item) const {
    const char above = last_mark(text(i - 1));
    const bool list_under_way = above == ':' || (in_item && above == ';');
    if (!list_under_way || !begins_lower(text(i))) return false;
    const bool indented = lines_[i].indent > 0 && (above == ';' || lines_[i - 1].indent == 0);
    return indented ||
           (layout_.wrapping == Wrapping::none && (above == ';' || text(i).ends_with(';')));
  }

  bool goes_on(std::size_t i, const LineRange& current) const {
    const bool cut_word = blanks(i) <= kMostBlanksInside && is_cut_at_hyphen(text(i - 1), text(i));
    if (cut_word) return true;
    switch (layout_.wrapping) {
      case Wrapping::none:
        return goes_on_unwrapped(i);
      case Wrapping::single_spaced:
      case Wrapping::double_spaced:
        break;
    }
    if (blanks(i) > 0) return goes_on_over_blank(i);
    if (ends_signless_list(i, current)) return false;
    return goes_on_wrapped(i);
  }

  /// The last item of a list without signs ends with its sentence; then a line without its indent
  /// is the text again.
  bool ends_signless_list(std::size_t i, const LineRange& current) const {
    return current.item && item_start(text(current.first)).sign == ItemSign::none &&
           lines_[i].indent == 0 && ends_sentence(text(i - 1));
  }

  /// A line that is a paragraph elsewhere goes on here only if it begins in the middle of a
  /// sentence.
  bool goes_on_unwrapped(std::size_t i) const {
    constexpr std::uint32_t kLongLine = 60;
    if (!begins_lower(text(i)) || !is_open(text(i - 1))) return false;
    return lines_[i].blanks_before == 0 ||
           (lines_[i].blanks_before == 1 && lines_[i - 1].width >= kLongLine);
  }

  /// A page break, or an empty line astray, in the middle of a sentence.
  bool goes_on_over_blank(std::size_t i) const {
    if (blanks(i) > kMostBlanksInside || !is_open(text(i - 1))) return false;
    if (!layout_.is_filled(lines_[i - 1], lines_[i], body_)) return false;
    const bool page_start = lines_[i].indent == 1 && lines_[i - 1].indent == 0;
    return begins_lower(text(i)) || page_start;
  }

  bool goes_on_wrapped(std::size_t i) const {
    const Line& above = lines_[i - 1];
    const Line& line = lines_[i];
    const bool open = is_open(text(i - 1));
    if (open && begins_lower(text(i))) return true;
    const auto overlong = [this](const Line& l) { return l.width > layout_.capacity * 3 / 2; };
    if (overlong(above) || overlong(line)) return false;
    // Below the first line of an item a deeper indent is the item's own.
    const bool first_line_indent = line.indent >= 2 && above.indent < line.indent &&
                                   item_start(text(i - 1)).sign == ItemSign::none;
    if (first_line_indent && !open) return false;
    if (layout_.is_filled(above, line, body_)) return true;
    const std::uint32_t width = Layout::width_with_next(above, line, body_);
    // An open line may be short by a long word that was pushed down; a heading is much shorter.
    if (open) return width * 5 >= layout_.capacity * 3;
    // Where blank lines mark the paragraphs, a slightly short line that ends a sentence is only
    // ragged.
    return layout_.blank_lines_separate && width * 4 >= layout_.capacity * 3;
  }

  std::string_view body_;
  std::span<const Line> lines_;
  const Layout& layout_;
};

}  // namespace

std::vector<LineRange> paragraphs_of(std::string_view body, std::span<const Line> lines,
                                     const Layout& layout) {
  return Unwrapping(body, lines, layout).run();
}

}  // namespace furat::indexer
