#include "indexer/passages/headings.hpp"

#include <algorithm>
#include <array>

#include "analysis/text/sentences.hpp"
#include "indexer/passages/line.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kLongestHeading = 20;   // words
constexpr std::size_t kLongestLabel = 10;     // without an empty line below, or numbered
constexpr std::size_t kLongestQuestion = 15;  // likewise, a question
constexpr std::size_t kLongestUnspaced = 12;  // in articles without any empty line
constexpr std::size_t kLeastTextUnspaced = 20;
constexpr std::size_t kMostHeadLines = 4;  // headline, subtitle, author, place

/// One question or exclamation, which a heading may be; not speech in quotes, which is text.
bool is_question(std::string_view text) {
  const char mark = last_mark(text);
  const bool in_quotes = text.starts_with("\"") || text.starts_with("“") || text.starts_with("«");
  return (mark == '?' || mark == '!') && !in_quotes && analysis::sentences(text).size() == 1;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

// What stands before a colon in lines about a picture or the page.
constexpr std::array<std::string_view, 10> kPageLabels = {
    "Photo:",  "Photos:", "Image:", "Picture:", "Caption:",
    "Credit:", "Source:", "Tags:",  "Author:",  "Editor:"};

bool names_author(const Block& block) {
  const bool by = block.text().starts_with("By ") || block.text().starts_with("BY ");
  return by && block.words <= kLongestLabel && !ends_sentence(block.text());
}

bool is_about_page(std::string_view text) {
  const bool labelled =
      std::any_of(kPageLabels.begin(), kPageLabels.end(),
                  [text](std::string_view label) { return text.starts_with(label); });
  return labelled || text.find('@') != std::string_view::npos ||
         text.find("http") != std::string_view::npos || text.find("www.") != std::string_view::npos;
}

bool ends_like_heading(const Block& block) {
  const char mark = last_mark(block.text());
  if (mark == ':') return block.words <= 2;
  if (mark == ';' || mark == ',' || mark == '-') return false;
  return !ends_sentence(block.text()) || is_question(block.text());
}

/// What can be seen of a heading without its neighbours.
bool looks_like_heading(const Block& block) {
  const std::string_view text = block.text();
  if (is_year(text)) return true;
  const bool numbered =
      block.item && block.sign == ItemSign::number && block.words <= kLongestLabel + 1;
  if (block.item && !numbered) return false;
  return block.words <= kLongestHeading && block.lines <= 2 && holds_letter(text) &&
         !begins_lower(text) && ends_like_heading(block) && !names_author(block) &&
         !is_about_page(text);
}

class HeadingSearch {
 public:
  HeadingSearch(std::span<const Block> blocks, bool first_is_title)
      : blocks_(blocks), first_is_title_(first_is_title), roles_(blocks.size(), Role::text) {
    std::size_t spaced = 0;
    for (const Block& block : blocks.subspan(blocks.empty() ? 0 : 1)) {
      if (block.blanks_before > 0) ++spaced;
    }
    uses_blank_lines_ = spaced >= 2 || (spaced == 1 && blocks.size() <= 4);
  }

  std::vector<Role> run() {
    const std::size_t head = mark_head();
    const bool sections = mark_sections(head);
    // A second line of the head is the heading of the first section only where there are more
    // sections.
    for (std::size_t i = 1; i < head; ++i) {
      if (roles_[i] == Role::heading && !sections) roles_[i] = Role::subtitle;
    }
    return std::move(roles_);
  }

 private:
  bool blank_above(std::size_t i) const { return i == 0 || blocks_[i].blanks_before > 0; }
  bool blank_below(std::size_t i) const {
    return i + 1 < blocks_.size() && blocks_[i + 1].blanks_before > 0;
  }

  /// True if the space around a block that looks like a heading agrees with that.
  bool is_set_apart(std::size_t i) const {
    if (i + 1 >= blocks_.size()) return false;
    const Block& block = blocks_[i];
    if (uses_blank_lines_) {
      if (!blank_above(i)) return false;
      return blank_below(i) || block.words <= kLongestLabel ||
             (is_question(block.text()) && block.words <= kLongestQuestion);
    }
    const bool after_text = i == 0 || ends_sentence(blocks_[i - 1].text()) || blocks_[i - 1].item;
    return after_text && block.words <= kLongestUnspaced &&
           (blocks_[i + 1].item || blocks_[i + 1].words >= kLeastTextUnspaced);
  }

  bool is_candidate(std::size_t i) const {
    if (!looks_like_heading(blocks_[i]) || !is_set_apart(i)) return false;
    // In a numbered list each item looks like a heading of the next.
    const bool numbered = blocks_[i].item;
    return !numbered || !blocks_[i + 1].item;
  }

  /// True if block `i` can be what the heading above it is about.
  bool is_text_for(std::size_t heading, std::size_t i) const {
    if (i >= blocks_.size()) return false;
    const Block& text = blocks_[i];
    return text.words > blocks_[heading].words || text.item || ends_sentence(text.text()) ||
           last_mark(text.text()) == ':' || is_first_of_text(i);
  }

  /// Below a heading that has empty lines on both sides, a line without one below it begins the
  /// text.
  bool is_first_of_text(std::size_t i) const {
    return uses_blank_lines_ && i > 0 && blank_below(i - 1) && blank_above(i - 1) &&
           i + 1 < blocks_.size() && !blank_below(i);
  }

  /// Marks the lines above the first text; returns how many there are.
  std::size_t mark_head() {
    if (blocks_.size() < 2) return 0;
    std::size_t head = 0;
    while (head < kMostHeadLines && head < blocks_.size() && is_head_line(head)) ++head;
    if (head == 0 || !is_text_for(head - 1, head)) {
      if (!first_is_title_) return 0;
      head = 1;
    }
    bool title_seen = false;
    for (std::size_t i = 0; i < head; ++i) {
      const bool known_title = i == 0 && first_is_title_;
      if (!known_title && is_author_line(i)) {
        roles_[i] = Role::subtitle;
      } else {
        roles_[i] = title_seen ? Role::heading : Role::title;
        title_seen = true;
      }
    }
    return head;
  }

  /// "By ...", and the line directly below it: an office, a town.
  bool is_author_line(std::size_t i) const {
    return names_author(blocks_[i]) ||
           (i > 0 && names_author(blocks_[i - 1]) && blocks_[i].blanks_before == 0);
  }

  bool is_head_line(std::size_t i) const {
    if ((i == 0 && first_is_title_) || names_author(blocks_[i])) return true;
    if (!looks_like_heading(blocks_[i])) return false;
    if (blocks_[i].item) return i > 0 && is_candidate(i);
    return i == 0 || is_candidate(i) || blocks_[i].blanks_before == 0;
  }

  /// Marks the headings from block `begin` on; true if there are any.
  bool mark_sections(std::size_t begin) {
    constexpr std::size_t kMostInARow = 2;  // more are a list without signs
    bool any = false;
    for (std::size_t i = begin; i < blocks_.size();) {
      std::size_t past = i;
      while (past < blocks_.size() && is_candidate(past) &&
             (past == i || !is_first_of_text(past))) {
        ++past;
      }
      const std::size_t row = past - i;
      if (row > 0 && row <= kMostInARow && is_text_for(past - 1, past)) {
        std::fill(roles_.begin() + static_cast<std::ptrdiff_t>(i),
                  roles_.begin() + static_cast<std::ptrdiff_t>(past), Role::heading);
        any = true;
      }
      const bool text_follows = row > 0 && past < blocks_.size() && is_first_of_text(past);
      i = std::max(text_follows ? past + 1 : past, i + 1);
    }
    return any;
  }

  std::span<const Block> blocks_;
  bool first_is_title_;
  bool uses_blank_lines_ = false;
  std::vector<Role> roles_;
};

}  // namespace

std::vector<Role> roles_of(std::span<const Block> blocks, bool first_is_title) {
  return HeadingSearch(blocks, first_is_title).run();
}

bool introduces_next(const Block& block) {
  if (last_mark(block.text()) == ':') return true;
  if (ends_sentence(block.text())) return false;
  if (block.item) return block.sign == ItemSign::number && block.words <= kLongestLabel + 1;
  return block.words <= kLongestHeading;
}

}  // namespace furat::indexer
