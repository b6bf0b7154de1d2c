#include "indexer/readers/html/html_tree_builder.hpp"

#include <algorithm>
#include <array>

#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer {
namespace {

// What pages mean by the numeric entities 128 to 159: the characters of windows-1252.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// The decoded page holds no control characters, so those that come here were spelled as entities.
void append_mending_controls(std::string_view text, std::string& out) {
  std::size_t begin = 0;
  for (std::size_t i = text.find_first_of("\xC2\x7F"); i != std::string_view::npos;
       i = text.find_first_of("\xC2\x7F", i)) {
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const bool c1_control = text[i] == '\xC2' && next >= 0x80 && next < 0xA0;
    if (text[i] != '\x7F' && !c1_control) {
      ++i;
      continue;
    }
    out += text.substr(begin, i - begin);
    const char32_t meant = c1_control ? kWindows1252[next - 0x80U] : U' ';
    append_utf8(meant < 0xA0 ? U' ' : meant, out);
    i += c1_control ? 2 : 1;
    begin = i;
  }
  out += text.substr(begin);
}

/// What may stand in a head. libxml2 does not know the elements of HTML5 and leaves them there.
bool is_of_head(std::string_view tag) {
  constexpr std::array<std::string_view, 9> kTags = {
      "title", "meta", "link", "script", "style", "base", "noscript", "template", "object"};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

}  // namespace

HtmlTreeBuilder::HtmlTreeBuilder(std::size_t most_nodes) : most_nodes_(most_nodes) {
  open_.push_back(add("html"));
}

NodeId HtmlTreeBuilder::add(std::string_view tag) {
  const auto id = static_cast<NodeId>(nodes_.size());
  HtmlNode& node = nodes_.emplace_back();
  node.tag = tag;
  node.parent = open_.empty() ? kNoNode : open_.back();
  node.depth = static_cast<std::uint32_t>(open_.size());
  node.past = id + 1;
  return id;
}

void HtmlTreeBuilder::close_to(std::size_t size) {
  for (; open_.size() > size; open_.pop_back()) {
    nodes_[open_.back()].past = static_cast<NodeId>(nodes_.size());
  }
}

void HtmlTreeBuilder::start(std::string_view tag, Attributes attributes) {
  const bool is_body = tag == "body";
  if (tag == "html" || (is_body && body_ != kNoNode)) {
    HtmlNode& node = nodes_[is_body ? body_ : 0];
    for (auto& attribute : attributes) {
      const bool full = node.attributes.size() >= HtmlTree::kMostAttributes;
      if (!full && !node.has_attribute(attribute.first))
        node.attributes.push_back(std::move(attribute));
    }
    return;
  }
  if (nodes_.size() >= most_nodes_) {
    is_cut_ = true;
    ++left_out_;
    return;
  }
  if (is_body) close_to(1);
  if (!is_body && nodes_[open_.back()].tag == "head" && !is_of_head(tag)) {
    close_to(open_.size() - 1);
    if (body_ == kNoNode) start("body", {});
  }
  const NodeId id = add(tag);
  nodes_[id].attributes = std::move(attributes);
  open_.push_back(id);
  if (is_body) {
    body_ = id;
    body_open_ = open_.size();
  }
}

void HtmlTreeBuilder::end(std::string_view tag) {
  if (tag == "html" || tag == "body") return;
  if (left_out_ > 0) {
    --left_out_;
    return;
  }
  const std::size_t least = body_ != kNoNode ? body_open_ : 1;
  for (std::size_t i = open_.size(); i > least; --i) {
    if (nodes_[open_[i - 1]].tag != tag) continue;
    close_to(i - 1);
    return;
  }
}

void HtmlTreeBuilder::text(std::string_view utf8) {
  if (utf8.empty()) return;
  HtmlNode* last = &nodes_.back();
  if (!last->is_text() || last->parent != open_.back()) {
    if (nodes_.size() >= most_nodes_) {
      is_cut_ = true;
      return;
    }
    last = &nodes_[add({})];
  }
  append_mending_controls(utf8, last->text);
}

void HtmlTreeBuilder::back_to_body() {
  left_out_ = 0;
  close_to(body_ != kNoNode ? body_open_ : 1);
}

std::vector<HtmlNode> HtmlTreeBuilder::take_nodes() {
  close_to(0);
  return std::move(nodes_);
}

}  // namespace furat::indexer
