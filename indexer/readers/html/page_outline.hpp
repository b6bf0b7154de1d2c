// A page's blocks together with what counts for and against them: the one thing that the steps of
// main-text extraction hand on.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/html/html_tree.hpp"
#include "indexer/readers/html/name_evidence.hpp"
#include "indexer/readers/html/text_blocks.hpp"

namespace furat::indexer {

/// Blocks are numbered as in blocks().
class PageOutline {
 public:
  /// `tree` must outlive the outline.
  PageOutline(const HtmlTree& tree, std::vector<NameEvidence> evidence,
              std::vector<TextBlock> blocks);

  [[nodiscard]] const HtmlTree& tree() const { return tree_; }
  [[nodiscard]] const std::vector<TextBlock>& blocks() const { return blocks_; }

  /// The blocks that stand in an element are [first_block(id), past_block(id)).
  [[nodiscard]] std::size_t first_block(NodeId id) const { return first_block_[id]; }
  [[nodiscard]] std::size_t past_block(NodeId id) const {
    return first_block_[tree_.node(id).past];
  }

  /// What the names of an element say.
  [[nodiscard]] NameEvidence evidence(NodeId id) const { return evidence_[id]; }

  /// The mass of a block: its length if it reads like running text, else 0. Links weigh nothing.
  [[nodiscard]] std::uint32_t mass(std::size_t block) const { return mass_[block]; }

  /// Mass of all blocks in an element.
  [[nodiscard]] std::uint64_t mass_within(NodeId id) const {
    return mass_before_[past_block(id)] - mass_before_[first_block(id)];
  }
  /// Mass of the heaviest element in the subtree that is called an article's body, or is an
  /// article or main element.
  [[nodiscard]] std::uint64_t body_mass_within(NodeId id) const { return body_mass_[id]; }
  /// Length, and length of links, of all blocks in an element.
  [[nodiscard]] std::uint64_t length_within(NodeId id) const {
    return length_before_[past_block(id)] - length_before_[first_block(id)];
  }
  [[nodiscard]] std::uint64_t link_length_within(NodeId id) const {
    return link_length_before_[past_block(id)] - link_length_before_[first_block(id)];
  }

 private:
  const HtmlTree& tree_;
  std::vector<TextBlock> blocks_;
  std::vector<std::size_t> first_block_;  // one a node, and one behind
  std::vector<NameEvidence> evidence_;
  std::vector<std::uint32_t> mass_;
  std::vector<std::uint64_t> body_mass_;
  std::vector<std::uint64_t> mass_before_;
  std::vector<std::uint64_t> length_before_;
  std::vector<std::uint64_t> link_length_before_;
};

}  // namespace furat::indexer
