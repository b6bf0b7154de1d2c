#include "indexer/readers/html/page_outline.hpp"

#include <algorithm>
#include <utility>

#include "indexer/passages/line.hpp"
#include "indexer/readers/html/text_length.hpp"

namespace furat::indexer {
namespace {

// Shorter blocks are labels as often as they are text.
constexpr std::uint32_t kShortText = 40;
// Above this share of links a block is a list of links.
constexpr double kManyLinks = 0.5;

std::uint32_t mass_of(const TextBlock& block) {
  if (block.kind == BlockKind::heading) return 0;
  if (block.length < kShortText || block.link_share() > kManyLinks) return 0;
  const std::uint32_t own = block.length - block.link_length;
  // Labels, titles of other articles: long, but no sentences.
  const bool sentence = ends_sentence(block.text) || count_commas(block.text) > 0;
  return sentence ? own : own / 4;
}

}  // namespace

PageOutline::PageOutline(const HtmlTree& tree, std::vector<NameEvidence> evidence,
                         std::vector<TextBlock> blocks)
    : tree_(tree), blocks_(std::move(blocks)), evidence_(std::move(evidence)) {
  const auto nodes = tree.nodes();
  first_block_.reserve(nodes.size() + 1);
  std::size_t block = 0;
  for (NodeId i = 0; i < nodes.size(); ++i) {
    while (block < blocks_.size() && blocks_[block].first < i) ++block;
    first_block_.push_back(block);
  }
  first_block_.push_back(blocks_.size());
  mass_before_.push_back(0);
  length_before_.push_back(0);
  link_length_before_.push_back(0);
  for (const TextBlock& each : blocks_) {
    mass_.push_back(mass_of(each));
    mass_before_.push_back(mass_before_.back() + mass_.back());
    length_before_.push_back(length_before_.back() + each.length);
    link_length_before_.push_back(link_length_before_.back() + each.link_length);
  }
  body_mass_.resize(nodes.size());
  for (auto id = static_cast<NodeId>(nodes.size()); id-- > 0;) {
    const bool is_body = evidence_[id] == NameEvidence::body || nodes[id].tag == "article" ||
                         nodes[id].tag == "main";
    if (is_body) body_mass_[id] = std::max(body_mass_[id], mass_within(id));
    if (id > 0)
      body_mass_[nodes[id].parent] = std::max(body_mass_[nodes[id].parent], body_mass_[id]);
  }
}

}  // namespace furat::indexer
