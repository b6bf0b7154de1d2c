#include "indexer/readers/html/html_tree.hpp"

#include <algorithm>

#include "indexer/readers/html/html_parser.hpp"
#include "indexer/readers/html/html_tree_builder.hpp"

namespace furat::indexer {

std::string_view HtmlNode::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

bool HtmlNode::has_attribute(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [name](const auto& attribute) { return attribute.first == name; });
}

HtmlTree HtmlTree::parse(std::string_view utf8) {
  HtmlTreeBuilder builder(kMostNodes);
  parse_html(utf8, kDeepest, kMostAttributes, builder);
  HtmlTree tree;
  tree.is_cut_ = builder.is_cut();
  tree.nodes_ = builder.take_nodes();
  return tree;
}

std::string HtmlTree::text_of(NodeId id) const {
  std::string text;
  for (NodeId i = id; i < nodes_[id].past;) {
    const HtmlNode& node = nodes_[i];
    if (node.tag == "script" || node.tag == "style") {
      i = node.past;
      continue;
    }
    if (node.is_text()) append_collapsed(node.text, text);
    ++i;
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

NodeId HtmlTree::find(std::string_view tag, NodeId from, NodeId past) const {
  for (NodeId i = from; i < past; ++i) {
    if (nodes_[i].tag == tag) return i;
  }
  return kNoNode;
}

bool is_html_space(std::string_view text, std::size_t i, std::size_t& size) {
  size = 1;
  const char c = text[i];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return true;
  if (c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0') {
    size = 2;
    return true;
  }
  return false;
}

void append_collapsed(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t size = 1;
    if (is_html_space(text, i, size)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      i += size;
      continue;
    }
    const std::size_t from = i;
    while (i < text.size() && !is_html_space(text, i, size)) ++i;
    out.append(text, from, i - from);
  }
}

}  // namespace furat::indexer
