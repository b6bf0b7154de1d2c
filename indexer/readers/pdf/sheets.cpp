#include "indexer/readers/pdf/sheets.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/readers/pdf/columns.hpp"
#include "indexer/readers/pdf/margin_numbers.hpp"
#include "indexer/readers/pdf/page_breaks.hpp"
#include "indexer/readers/pdf/running_heads.hpp"
#include "indexer/readers/pdf/text_block.hpp"
#include "indexer/readers/pdf/title_on_page.hpp"

namespace furat::indexer::pdf {
namespace {

/// The size that most letters have.
float body_size(const std::vector<Sheet>& sheets) {
  std::vector<std::pair<float, std::size_t>> sizes;
  std::size_t all = 0;
  for (const auto& sheet : sheets)
    for (const auto& word : sheet.words.words) {
      sizes.emplace_back(word.size, word.text_size);
      all += word.text_size;
    }
  std::sort(sizes.begin(), sizes.end());
  std::size_t below = 0;
  for (const auto& [size, letters] : sizes)
    if ((below += letters) * 2 >= all) return size;
  return 0;
}

std::vector<std::vector<TextLine>> regions_in_order(const std::vector<Sheet>& sheets) {
  std::vector<const PageWords*> words;
  for (const auto& sheet : sheets) words.push_back(&sheet.words);
  auto kept = without_running_heads(words, body_size(sheets));
  std::vector<std::vector<TextLine>> regions;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    drop_margin_numbers(sheets[i].words, kept[i]);
    for (const auto& region : regions_of(sheets[i].words, kept[i]))
      regions.push_back(lines_of(sheets[i].words, region, sheets[i].page));
  }
  return regions;
}

void append_block(const TextBlock& block, Article& article) {
  if (!article.body.empty()) article.body += "\n\n";
  const auto begin = static_cast<std::uint32_t>(article.body.size());
  bool first = true;
  for (const auto& line : block.lines) {
    if (!first) article.body += '\n';
    first = false;
    if (article.pages.empty() || article.pages.back().page < line.page)
      article.pages.push_back({static_cast<std::uint32_t>(article.body.size()), line.page});
    article.body += line.text;
  }
  article.blocks.push_back({begin, static_cast<std::uint32_t>(article.body.size()), block.kind});
}

}  // namespace

void add_text(const std::vector<Sheet>& sheets, Article& article) {
  auto regions = regions_in_order(sheets);
  const auto typesetting = typesetting_of(regions);
  std::vector<TextBlock> blocks;
  for (std::uint32_t i = 0; i < regions.size(); ++i) {
    auto more = blocks_of(std::move(regions[i]), typesetting, i);
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
  }
  blocks = joined_over_breaks(std::move(blocks), typesetting);
  for (const auto& block : blocks) append_block(block, article);
  article.map.append_identity(static_cast<std::uint32_t>(article.body.size()), 0);
  if (article.title.empty() && !blocks.empty()) article.title = title_on_page(blocks, typesetting);
}

}  // namespace furat::indexer::pdf
