#include "indexer/passages/passage_sizes.hpp"

#include <algorithm>

#include "analysis/text/sentences.hpp"
#include "indexer/passages/headings.hpp"
#include "indexer/passages/line.hpp"

namespace furat::indexer {
namespace {

// A numbered or dashed item of this many words is a paragraph of its own.
constexpr std::size_t kWordsOfOwnParagraph = 50;

/// Where a stretch of at most `limit` words that begins at `begin` ends: at white space if there is
/// any.
std::size_t end_of_words(std::string_view text, std::size_t begin, std::size_t end,
                         std::size_t limit) {
  constexpr std::size_t kBytesAWord = 48;  // as count_words() counts
  std::size_t words = 0;
  std::size_t run = 0;
  std::size_t last_space = begin;
  for (std::size_t i = begin; i < end;) {
    if (const std::size_t space = space_size(text, i)) {
      if (run > 0) last_space = i;
      run = 0;
      i += space;
      continue;
    }
    if (run++ % kBytesAWord == 0 && ++words > limit) {
      if (last_space > begin) return last_space;
      while (i > begin + 1 && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) --i;
      return i;
    }
    ++i;
  }
  return end;
}

void append_cut(std::string_view text, Piece piece, std::size_t limit, PieceGroup& pieces) {
  while (piece.begin < piece.end) {
    const std::size_t end = end_of_words(text, piece.begin, piece.end, limit);
    pieces.push_back(
        {piece.block, piece.begin, end, count_words(text.substr(piece.begin, end - piece.begin))});
    piece.begin = end;
    while (piece.begin < piece.end && space_size(text, piece.begin) != 0) {
      piece.begin += space_size(text, piece.begin);
    }
  }
}

/// The sentences of a block, cut where one alone is above `limit` words.
void append_sentences(const Block& block, std::size_t index, std::size_t limit,
                      PieceGroup& pieces) {
  const std::string_view text = block.text();
  for (const analysis::ByteSpan sentence : analysis::sentences(text)) {
    append_cut(text, {index, sentence.begin, sentence.end, 0}, limit, pieces);
  }
}

std::size_t words_of(std::span<const Piece> pieces) {
  std::size_t words = 0;
  for (const Piece& piece : pieces) words += piece.words;
  return words;
}

/// Cuts at the pieces nearest to equal parts; empty if a part would be above `limit` words.
std::vector<PieceGroup> equal_parts(std::span<const Piece> pieces, std::size_t total,
                                    std::size_t parts, std::size_t limit) {
  std::vector<PieceGroup> groups(1);
  std::size_t words = 0;  // before the piece at hand
  for (const Piece& piece : pieces) {
    // The part that the middle of the piece falls into.
    const std::size_t part = (2 * words + piece.words) * parts / (2 * total);
    if (part >= groups.size() && !groups.back().empty()) groups.emplace_back();
    groups.back().push_back(piece);
    words += piece.words;
  }
  const bool fits = std::all_of(groups.begin(), groups.end(), [limit](const PieceGroup& group) {
    return words_of(group) <= limit;
  });
  return fits ? groups : std::vector<PieceGroup>{};
}

std::vector<PieceGroup> filled_parts(std::span<const Piece> pieces, std::size_t limit) {
  std::vector<PieceGroup> groups;
  std::size_t words = 0;
  for (const Piece& piece : pieces) {
    if (groups.empty() || words + piece.words > limit) {
      groups.emplace_back();
      words = 0;
    }
    groups.back().push_back(piece);
    words += piece.words;
  }
  return groups;
}

std::vector<PieceGroup> cut(std::span<const Piece> pieces, std::size_t limit) {
  const std::size_t total = words_of(pieces);
  const std::size_t least = (total + limit - 1) / limit;
  for (std::size_t parts = least; parts < least + 4; ++parts) {
    auto groups = equal_parts(pieces, total, parts, limit);
    if (!groups.empty()) return groups;
  }
  return filled_parts(pieces, limit);
}

/// True if block `i` belongs to the one before it: an item to its lead-in, a text to its label.
bool belongs_to_previous(std::span<const Block> blocks, std::size_t i) {
  const Block& block = blocks[i];
  if (introduces_next(blocks[i - 1])) return true;
  if (!block.item || introduces_next(block)) return false;
  return block.sign == ItemSign::bullet || block.sign == ItemSign::none ||
         block.words < kWordsOfOwnParagraph;
}

/// Collects groups, joining short ones.
class Grouping {
 public:
  Grouping(std::span<const Block> blocks, const SplitOptions& options)
      : blocks_(blocks),
        join_up_to_(options.join_up_to),
        split_above_(std::max<std::size_t>(options.split_above, 1)) {}

  /// Adds blocks that belong together.
  void add_unit(std::size_t first, std::size_t past) {
    PieceGroup whole;
    for (std::size_t i = first; i < past; ++i) {
      whole.push_back({i, 0, blocks_[i].text().size(), blocks_[i].words});
    }
    const std::size_t words = words_of(whole);
    if (words <= split_above_) {
      add_whole(std::move(whole), words);
    } else {
      add_cut(whole);
    }
  }

  std::vector<PieceGroup> take() && { return std::move(groups_); }

 private:
  void add_whole(PieceGroup whole, std::size_t words) {
    if (joinable_ && open_words_ + words <= join_up_to_) {
      groups_.back().insert(groups_.back().end(), whole.begin(), whole.end());
      open_words_ += words;
    } else {
      groups_.push_back(std::move(whole));
      open_words_ = words;
    }
    joinable_ = true;
  }

  void add_cut(std::span<const Piece> whole) {
    PieceGroup pieces;
    for (const Piece& piece : whole) {
      if (piece.words <= split_above_) {
        pieces.push_back(piece);
      } else {
        append_sentences(blocks_[piece.block], piece.block, split_above_, pieces);
      }
    }
    for (PieceGroup& group : cut(pieces, split_above_)) groups_.push_back(std::move(group));
    joinable_ = false;
  }

  std::span<const Block> blocks_;
  std::size_t join_up_to_;
  std::size_t split_above_;
  std::vector<PieceGroup> groups_;
  std::size_t open_words_ = 0;
  bool joinable_ = false;
};

}  // namespace

std::vector<PieceGroup> sized_groups(std::span<const Block> blocks, std::size_t first,
                                     std::size_t past, const SplitOptions& options) {
  Grouping grouping(blocks, options);
  for (std::size_t begin = first; begin < past;) {
    std::size_t end = begin + 1;
    while (end < past && belongs_to_previous(blocks, end)) ++end;
    grouping.add_unit(begin, end);
    begin = end;
  }
  return std::move(grouping).take();
}

}  // namespace furat::indexer
