#include "indexer/readers/pdf/title_on_page.hpp"

#include <array>
#include <string_view>

namespace furat::indexer::pdf {
namespace {

constexpr std::size_t kLongest = 300;
constexpr float kAsLarge = 1.02F;

/// A title may be set in several blocks.
bool goes_with(const TextBlock& first, const TextBlock& block) {
  const float size = block.lines.front().size / first.lines.front().size;
  return block.kind == BlockKind::heading && size < kAsLarge && size > 1 / kAsLarge &&
         block.region == first.region && block.lines.front().page == first.lines.front().page;
}

/// Marks that stand at the end of a title and lead to a note.
void drop_note_marks(std::string& title) {
  constexpr std::array<std::string_view, 5> kMarks{"*", "\u2217", "\u2020", "\u2021", " "};
  for (bool more = true; more;) {
    more = false;
    for (const auto mark : kMarks) {
      if (!title.ends_with(mark)) continue;
      title.resize(title.size() - mark.size());
      more = true;
    }
  }
}

}  // namespace

std::string title_on_page(std::span<const TextBlock> blocks, const Typesetting& typesetting) {
  constexpr float kLarger = 1.15F;
  auto largest = blocks.end();
  for (auto block = blocks.begin(); block != blocks.end(); ++block) {
    if (block->lines.front().page != blocks.front().lines.front().page) break;
    if (block->kind != BlockKind::heading || block->lines.front().size < kLarger * typesetting.size)
      continue;
    if (largest == blocks.end() ||
        block->lines.front().size > largest->lines.front().size * kAsLarge)
      largest = block;
  }
  if (largest == blocks.end()) return {};
  std::string title;
  for (auto block = largest; block != blocks.end() && goes_with(*largest, *block); ++block)
    for (const auto& line : block->lines) {
      if (!title.empty()) title += ' ';
      title += line.text;
    }
  drop_note_marks(title);
  constexpr std::size_t kShortest = 5;
  return title.size() < kShortest || title.size() > kLongest ? std::string() : title;
}

}  // namespace furat::indexer::pdf
