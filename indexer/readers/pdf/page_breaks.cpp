#include "indexer/readers/pdf/page_breaks.hpp"

#include <algorithm>
#include <cmath>

#include "indexer/readers/pdf/line_signs.hpp"

namespace furat::indexer::pdf {
namespace {

constexpr float kSmall = 0.94F;  // of the body's size: type of notes and captions
constexpr float kSameSize = 0.06F;
constexpr std::size_t kLookAhead = 8;  // blocks of figures between the parts of a paragraph
constexpr std::size_t kLookBack = 8;   // blocks of notes below a paragraph

float size_of(const TextBlock& block) { return block.lines.front().size; }

bool is_running(const TextBlock& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

bool ends_in_hyphen(std::string_view text) {
  return text.ends_with('-') || text.ends_with("\u00AD") || text.ends_with("\u2010");
}

float width_of(const TextBlock& block) {
  float width = 0;
  for (const auto& line : block.lines) width = std::max(width, line.right - line.left);
  return width;
}

/// Text across the page does not go on in one column of it. A single line says nothing.
bool same_measure(const TextBlock& block, const TextBlock& next) {
  constexpr float kAlike = 0.75F;
  const float a = width_of(block);
  const float b = width_of(next);
  return block.lines.size() < 2 || next.lines.size() < 2 ||
         std::min(a, b) > kAlike * std::max(a, b);
}

/// Its last line goes to the end of the column, as far as one can tell: a short line alone in its
/// column is always the longest there.
bool is_full(const TextBlock& block) {
  constexpr float kLine = 15;  // ems
  const auto& last = block.lines.back();
  return block.filled && (block.lines.size() > 1 || last.right - last.left > kLine * last.size);
}

/// True if `next` goes on with the sentence that `block` leaves.
bool goes_on(const TextBlock& block, const TextBlock& next) {
  if (!is_running(block) || next.kind != BlockKind::paragraph) return false;
  if (std::abs(size_of(block) - size_of(next)) > kSameSize * size_of(block)) return false;
  const std::string& last = block.lines.back().text;
  const std::string& first = next.lines.front().text;
  if (starts_caption(first) || starts_caption(block.lines.front().text)) return false;
  if (next.lines.front().raised_start || !same_measure(block, next) || !holds_letters(first))
    return false;
  if (ends_in_hyphen(last)) return true;
  if (ends_sentence(last) || !is_full(block)) return false;
  return starts_lower_case(first) || (next.flush && next.lines.size() > 1);
}

class Joining {
 public:
  Joining(std::vector<TextBlock> blocks, const Typesetting& typesetting)
      : blocks_(std::move(blocks)), small_(kSmall * typesetting.size) {}

  std::vector<TextBlock> run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].lines.empty()) continue;  // joined to one before
      const auto region = blocks_[i].region;
      joined_.push_back(std::move(blocks_[i]));
      const bool last = i + 1 == blocks_.size() || blocks_[i + 1].lines.empty() ||
                        blocks_[i + 1].region != region;
      if (last || is_float(blocks_[i + 1])) join_at_end_of_column(i);
    }
    return std::move(joined_);
  }

 private:
  [[nodiscard]] bool is_small(const TextBlock& block) const {
    return size_of(block) < small_ || block.kind == BlockKind::table_row ||
           starts_caption(block.lines.front().text);
  }

  /// What may stand anywhere, and so in the middle of a paragraph.
  [[nodiscard]] static bool is_float(const TextBlock& block) {
    return starts_caption(block.lines.front().text);
  }

  /// The last paragraph of the column that `joined_` ends with, above notes: how far from the end.
  /// None if what is small there follows a heading, as references do.
  [[nodiscard]] std::size_t paragraph_from_end() const {
    const auto region = joined_.back().region;
    for (std::size_t back = 1; back <= std::min(joined_.size(), kLookBack); ++back) {
      const auto& block = joined_[joined_.size() - back];
      if (block.region != region && back > 1) return 0;
      if (!is_small(block)) return is_running(block) && block.lines.size() > 1 ? back : 0;
    }
    return 0;
  }

  /// `joined_` ends with block `i`, the last one of its column.
  void join_at_end_of_column(std::size_t i) {
    std::size_t back = std::max<std::size_t>(paragraph_from_end(), 1);
    while (join(back, i) || (back > 1 && join(back = 1, i))) {
      // It may fill that column too, and go on in the one after.
      if (i + 1 >= blocks_.size() || !blocks_[i + 1].lines.empty()) return;
      ++i;
      const auto region = joined_[joined_.size() - back].region;
      if (i + 1 < blocks_.size() && blocks_[i + 1].region == region) return;
    }
  }

  /// Joins the block that is `back` from the end with the one that goes on with it, if there is one
  /// behind block `i`.
  bool join(std::size_t& back, std::size_t i) {
    const auto next = continuation(joined_[joined_.size() - back], i + 1);
    if (next == blocks_.size()) return false;
    auto& more = blocks_[next];
    const auto place = joined_.end() - static_cast<std::ptrdiff_t>(back);
    if (place->lines.back().page != more.lines.front().page) {
      // What stands below it on the page comes before it: the pages must ascend.
      std::rotate(place, place + 1, joined_.end());
      back = 1;
    }
    auto& block = joined_[joined_.size() - back];
    block.filled = more.filled;
    block.region = more.region;
    block.lines.insert(block.lines.end(), std::make_move_iterator(more.lines.begin()),
                       std::make_move_iterator(more.lines.end()));
    more.lines.clear();
    return true;
  }

  /// The block from `from` on that goes on with `block`, over captions and tables at the head of
  /// the next column.
  [[nodiscard]] std::size_t continuation(const TextBlock& block, std::size_t from) const {
    const std::size_t past = std::min(blocks_.size(), from + kLookAhead);
    for (std::size_t i = from; i < past; ++i) {
      if (blocks_[i].lines.empty()) continue;
      if (goes_on(block, blocks_[i])) return i;
      if (!is_small(blocks_[i])) break;
    }
    return blocks_.size();
  }

  std::vector<TextBlock> blocks_;
  std::vector<TextBlock> joined_;
  float small_;
};

}  // namespace

std::vector<TextBlock> joined_over_breaks(std::vector<TextBlock> blocks,
                                          const Typesetting& typesetting) {
  return Joining(std::move(blocks), typesetting).run();
}

}  // namespace furat::indexer::pdf
