#include "indexer/readers/html/date_blocks.hpp"

#include <algorithm>
#include <array>

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestDateElement = 240;  // bytes of text, indentation included
constexpr std::size_t kLongestBlock = 16 * 1024;
constexpr std::size_t kMostDateNodes = 40;

constexpr std::array kInlineTags{
    "a"sv,    "abbr"sv, "b"sv,      "bdi"sv,   "bdo"sv,      "cite"sv,    "code"sv,    "data"sv,
    "del"sv,  "dfn"sv,  "em"sv,     "font"sv,  "i"sv,        "img"sv,     "ins"sv,     "kbd"sv,
    "mark"sv, "q"sv,    "s"sv,      "small"sv, "span"sv,     "strong"sv,  "sub"sv,     "sup"sv,
    "time"sv, "tt"sv,   "u"sv,      "var"sv,   "wbr"sv,      "label"sv,   "address"sv, "meta"sv,
    "link"sv, "svg"sv,  "script"sv, "style"sv, "noscript"sv, "acronym"sv, "big"sv};

bool is_inline(const HtmlNode& node) {
  return std::find(kInlineTags.begin(), kInlineTags.end(), node.tag) != kInlineTags.end();
}

bool is_date_word(std::string_view word) {
  constexpr std::array kWords{
      "date"sv,     "datum"sv,       "time"sv,       "datetime"sv,    "timestamp"sv, "published"sv,
      "pubdate"sv,  "publishdate"sv, "postdate"sv,   "dateline"sv,    "fecha"sv,     "created"sv,
      "posted"sv,   "publish"sv,     "dtstart"sv,    "articledate"sv, "newsdate"sv,  "entrydate"sv,
      "blogdate"sv, "postdatum"sv,   "erstellt"sv,   "tarih"sv,       "dates"sv,     "datestamp"sv,
      "tstamp"sv,   "pubtime"sv,     "publishtime"sv};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool holds_date_word(std::string_view names) {
  bool found = false;
  for_each_class_word(names, [&found](std::string_view word) { found |= is_date_word(word); });
  return found;
}

class Cutting {
 public:
  Cutting(const HtmlTree& tree, const PageRoles& roles) : tree_(tree), roles_(roles) {
    text_before_.reserve(tree.nodes().size() + 1);
    std::size_t sum = 0;
    for (NodeId id = 0; id < tree.nodes().size(); ++id) {
      text_before_.push_back(sum);
      if (!roles.is(id, page_role::kUnseen)) sum += tree.node(id).text.size();
    }
    text_before_.push_back(sum);
  }

  std::vector<DateBlock> blocks() {
    const auto size = static_cast<NodeId>(tree_.nodes().size());
    for (NodeId id = 0; id < size; ++id) {
      close_elements_before(id);
      const HtmlNode& node = tree_.node(id);
      if (roles_.is(id, page_role::kUnseen)) continue;
      if (node.is_text()) {
        add_text(id);
        continue;
      }
      if (id < kept_whole_) continue;
      const bool whole = is_small(id) && is_called_date(node);
      if (!is_inline(node)) {
        end_block();
        breaks_at_.push_back(node.past);
      }
      if (whole) kept_whole_ = node.past;
    }
    end_block();
    return std::move(blocks_);
  }

 private:
  /// A block element also ends the line behind it.
  void close_elements_before(NodeId id) {
    while (!breaks_at_.empty() && breaks_at_.back() <= id) {
      breaks_at_.pop_back();
      end_block();
    }
  }

  bool is_small(NodeId id) const {
    const NodeId past = tree_.node(id).past;
    return past - id <= kMostDateNodes &&
           text_before_[past] - text_before_[id] <= kLongestDateElement;
  }

  void add_text(NodeId id) {
    const std::string_view text = tree_.node(id).text;
    if (block_.text.size() > kLongestBlock) {
      left_out_ += text.size();
      return;
    }
    const std::size_t before = block_.text.size();
    if (!block_.text.empty() && block_.text.back() != ' ') block_.text += ' ';
    const std::size_t begin = block_.text.size();
    append_collapsed(text.substr(0, kLongestBlock), block_.text);
    left_out_ += text.size() - std::min(text.size(), kLongestBlock);
    if (block_.text.size() == begin) {
      block_.text.resize(before);
      return;
    }
    block_.pieces.push_back({begin, id});
  }

  void end_block() {
    if (block_.text.ends_with(' ')) block_.text.pop_back();
    if (!block_.text.empty()) {
      block_.position = position_;
      position_ += block_.text.size() + 1 + left_out_;
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    left_out_ = 0;
  }

  const HtmlTree& tree_;
  const PageRoles& roles_;
  std::vector<std::size_t> text_before_;
  std::vector<NodeId> breaks_at_;  // ends of the open block elements
  NodeId kept_whole_ = 0;          // block elements before it do not break
  DateBlock block_;
  std::size_t left_out_ = 0;  // bytes behind the block's text
  std::size_t position_ = 0;
  std::vector<DateBlock> blocks_;
};

}  // namespace

NodeId DateBlock::node_at(std::size_t at) const {
  auto found = std::upper_bound(pieces.begin(), pieces.end(), at,
                                [](std::size_t value, const Piece& p) { return value < p.begin; });
  return found == pieces.begin() ? kNoNode : std::prev(found)->node;
}

std::vector<DateBlock> date_blocks(const HtmlTree& tree, const PageRoles& roles) {
  return Cutting(tree, roles).blocks();
}

bool is_called_date(const HtmlNode& node) {
  if (node.tag == "time") return true;
  return holds_date_word(node.attribute("class")) || holds_date_word(node.attribute("id")) ||
         node.attribute("itemprop").starts_with("date");
}

}  // namespace furat::indexer
