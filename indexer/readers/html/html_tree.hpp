// A web page as a flat list of nodes in document order, of values only: what every other file in
// this folder reads. Comments, processing instructions and the document type are left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace furat::indexer {

/// The place of a node in HtmlTree::nodes().
using NodeId = std::uint32_t;

inline constexpr NodeId kNoNode = 0xFFFFFFFF;

struct HtmlNode {
  std::string tag;   ///< lower case; empty for a text node
  std::string text;  ///< of a text node, as it stands with entities resolved; the one child of
                     ///< script and style elements is such a node too
  std::vector<std::pair<std::string, std::string>>
      attributes;           ///< names lower case, each once; values with entities resolved
  NodeId parent = kNoNode;  ///< kNoNode for the root
  NodeId past = 0;  ///< the first node behind the subtree: [id, past) is the node with all below it
  std::uint32_t depth = 0;  ///< 0 for the root

  [[nodiscard]] bool is_text() const { return tag.empty(); }
  /// The value, empty if there is none. `name` is lower case.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] bool has_attribute(std::string_view name) const;
};

/// Immutable once parsed; may be read by any number of threads.
class HtmlTree {
 public:
  /// Never throws for bad markup and never loses text for it. Takes time and space linear in the
  /// size, whatever the page does: elements nested deeper than kDeepest come out as children of
  /// the body, attributes beyond kMostAttributes of one element and nodes beyond kMostNodes are
  /// left out. May be called from any thread.
  [[nodiscard]] static HtmlTree parse(std::string_view utf8);

  static constexpr std::size_t kDeepest = 512;  // as in browsers
  static constexpr std::size_t kMostAttributes = 256;
  static constexpr std::size_t kMostNodes = 2'000'000;

  /// Never empty: node 0 is the html element, which is made where the page has none.
  [[nodiscard]] std::span<const HtmlNode> nodes() const& { return nodes_; }
  void nodes() const&& = delete;
  [[nodiscard]] const HtmlNode& node(NodeId id) const { return nodes_[id]; }

  /// The texts of the subtree but scripts and styles, white space collapsed to single spaces and
  /// cut at both ends. Elements do not separate words here.
  [[nodiscard]] std::string text_of(NodeId id) const;

  /// The next node with this tag in [from, past), kNoNode if there is none.
  [[nodiscard]] NodeId find(std::string_view tag, NodeId from, NodeId past) const;
  [[nodiscard]] NodeId find(std::string_view tag, NodeId from = 0) const {
    return find(tag, from, static_cast<NodeId>(nodes_.size()));
  }

  /// True if `id` is `ancestor` or stands below it.
  [[nodiscard]] bool is_within(NodeId id, NodeId ancestor) const {
    return id >= ancestor && id < nodes_[ancestor].past;
  }

  /// True if nodes were left out because there are too many.
  [[nodiscard]] bool is_cut() const { return is_cut_; }

 private:
  std::vector<HtmlNode> nodes_;
  bool is_cut_ = false;
};

/// True for the characters that HTML folds, and for the no-break space.
[[nodiscard]] bool is_html_space(std::string_view text, std::size_t i, std::size_t& size);

/// Appends with runs of white space folded to one space, none at the beginning of `out`.
void append_collapsed(std::string_view text, std::string& out);

}  // namespace furat::indexer
