#include "indexer/readers/pdf/text_block.hpp"

#include <algorithm>

#include "indexer/readers/pdf/line_signs.hpp"

namespace furat::indexer::pdf {
namespace {

constexpr float kLarger = 1.14F;       // than the body: type of a heading
constexpr std::size_t kMostLines = 3;  // of a heading
constexpr std::size_t kMostBytes = 250;
constexpr std::size_t kShortLine = 80;  // bytes, where nothing but the words says heading

std::size_t bytes_of(const TextBlock& block) {
  std::size_t bytes = 0;
  for (const auto& line : block.lines) bytes += line.text.size();
  return bytes;
}

bool is_bold(const TextBlock& block) {
  return std::all_of(block.lines.begin(), block.lines.end(),
                     [](const TextLine& line) { return line.bold; });
}

bool is_heading(const TextBlock& block, const Typesetting& typesetting) {
  const std::string& first = block.lines.front().text;
  const std::string& last = block.lines.back().text;
  if (block.lines.size() > kMostLines || bytes_of(block) > kMostBytes) return false;
  if (!holds_letters(first) || starts_caption(first) || item_mark(first) == ItemMark::bullet)
    return false;
  const float size = block.lines.front().size;
  if (size > kLarger * kLarger * typesetting.size) return true;
  if (first.find('@') != std::string::npos) return false;  // an address below a title
  if (last.ends_with(',') || last.ends_with(';') || last.ends_with('-')) return false;
  const bool numbered = starts_section_number(first);
  // "1. Some sentence." is an item, "1. A heading" none.
  const bool label = last.ends_with(':') || (numbered && is_bold(block));
  if (ends_sentence(last) && !label) return false;
  if (size > kLarger * typesetting.size || is_bold(block)) return true;
  if (block.lines.size() > 1 || first.size() > kShortLine || size < typesetting.size / kLarger)
    return false;
  return is_all_capitals(first) ||
         (numbered && !block.filled && item_mark(first) == ItemMark::none);
}

BlockKind kind_of(const TextBlock& block, const Typesetting& typesetting, bool table) {
  if (table) return BlockKind::table_row;
  if (is_heading(block, typesetting)) return BlockKind::heading;
  return item_mark(block.lines.front().text) == ItemMark::none ? BlockKind::paragraph
                                                               : BlockKind::list_item;
}

/// " | " at the wide spaces of a line.
void part_cells(TextLine& line) {
  constexpr std::string_view kBetween = " | ";
  for (auto gap = line.gaps.rbegin(); gap != line.gaps.rend(); ++gap)
    line.text.replace(gap->at, 1, kBetween);
}

}  // namespace

std::vector<TextBlock> blocks_of(std::vector<TextLine> lines, const Typesetting& typesetting,
                                 std::uint32_t region) {
  const auto cuts = paragraph_cuts(lines, typesetting);
  std::vector<TextBlock> blocks;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && !cuts[end].begins) ++end;
    TextBlock block;
    block.region = region;
    block.filled = cuts[end - 1].filled;
    constexpr float kIndent = 0.6F;
    block.flush =
        end - begin < 2 || lines[begin].left - lines[begin + 1].left < kIndent * lines[begin].size;
    for (std::size_t i = begin; i < end; ++i) {
      if (cuts[i].table && !lines[i].leaders) part_cells(lines[i]);
      block.lines.push_back(std::move(lines[i]));
    }
    block.kind = kind_of(block, typesetting, cuts[begin].table);
    blocks.push_back(std::move(block));
    begin = end;
  }
  return blocks;
}

}  // namespace furat::indexer::pdf
