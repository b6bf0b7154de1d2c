#include "indexer/readers/html/text_blocks.hpp"

#include <algorithm>
#include <utility>

#include "indexer/readers/html/data_tables.hpp"
#include "indexer/readers/html/element_kind.hpp"
#include "indexer/readers/html/hidden.hpp"
#include "indexer/readers/html/text_length.hpp"

namespace furat::indexer {
namespace {

constexpr std::uint32_t kLongestHeading = 160;

bool is_bold(std::string_view tag) { return tag == "b" || tag == "strong"; }

/// Characters that are not seen and only cut words: soft hyphens, zero-width spaces, marks of byte
/// order.
void remove_invisible(std::string& text) {
  if (text.find('\xC2') == std::string::npos && text.find('\xE2') == std::string::npos &&
      text.find('\xEF') == std::string::npos)
    return;
  std::string kept;
  std::size_t begin = 0;
  const std::string_view view = text;
  for (std::size_t i = 0; i < view.size();) {
    const std::string_view rest = view.substr(i, 3);
    const std::size_t size = rest.starts_with("\xC2\xAD")                       ? 2
                             : rest == "\xE2\x80\x8B" || rest == "\xEF\xBB\xBF" ? 3
                                                                                : 0;
    if (size > 0) {
      kept += view.substr(begin, i - begin);
      begin = i + size;
    }
    i += std::max<std::size_t>(size, 1);
  }
  if (begin == 0) return;
  kept += view.substr(begin);
  text = std::move(kept);
}

/// One pass over the nodes that gathers the text between the borders of blocks.
class BlockGathering {
 public:
  BlockGathering(const HtmlTree& tree, const std::vector<NameEvidence>& evidence,
                 const TextBlockOptions& options)
      : tree_(tree), evidence_(evidence), options_(options), data_tables_(data_tables(tree)) {}

  std::vector<TextBlock> run() {
    const auto nodes = tree_.nodes();
    for (NodeId i = 0; i < nodes.size();) {
      close_before(i);
      const HtmlNode& node = nodes[i];
      if (node.is_text()) {
        add_text(i, node.text);
        ++i;
        continue;
      }
      const ElementKind kind = element_kind(node.tag);
      if (kind == ElementKind::left_out || (!options_.with_hidden && is_unseen(i))) {
        i = node.past;
        continue;
      }
      open(i, kind);
      ++i;
    }
    close_before(static_cast<NodeId>(nodes.size()));
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] bool is_unseen(NodeId id) const {
    return evidence_[id] == NameEvidence::invisible || is_hidden(tree_.node(id));
  }

  struct OpenElement {
    NodeId id = 0;
    ElementKind kind = ElementKind::in_line;
    bool link = false;
    bool bold = false;
    bool data_row = false;
    bool has_block = false;  // a block was made of its text,
    std::size_t block = 0;   // the last one of which is this
  };

  void open(NodeId id, ElementKind kind) {
    const HtmlNode& node = tree_.node(id);
    if (kind == ElementKind::line_break) {
      ++breaks_;
      return;
    }
    OpenElement element{id, kind};
    element.link = node.tag == "a" && node.has_attribute("href");
    element.bold = is_bold(node.tag);
    links_ += element.link ? 1 : 0;
    bolds_ += element.bold ? 1 : 0;
    if (kind == ElementKind::row) {
      element.data_row = rows_ == 0 && is_in_data_table(id);
      if (element.data_row) end_block();
      rows_ += element.data_row ? 1 : 0;
    }
    if (kind != ElementKind::in_line) border(kind);
    open_.push_back(element);
  }

  void close_before(NodeId id) {
    while (!open_.empty() && tree_.node(open_.back().id).past <= id) {
      if (open_.back().kind != ElementKind::in_line) border(ElementKind::block);
      if (open_.back().data_row) {
        end_block();
        --rows_;
      }
      const OpenElement closed = open_.back();
      open_.pop_back();
      links_ -= closed.link ? 1 : 0;
      bolds_ -= closed.bold ? 1 : 0;
    }
  }

  [[nodiscard]] bool is_in_data_table(NodeId id) const {
    const auto next = std::upper_bound(data_tables_.begin(), data_tables_.end(), id);
    return next != data_tables_.begin() && tree_.is_within(id, *std::prev(next));
  }

  /// Within a row of data borders only separate words, and cells.
  void border(ElementKind kind) {
    if (rows_ == 0) {
      end_block();
    } else if (kind == ElementKind::cell) {
      cell_begins_ = true;
    } else {
      space_ = true;
    }
  }

  void add_text(NodeId id, std::string_view text) {
    std::string folded;
    append_collapsed(text, folded);
    if (folded.empty() || folded == " ") {
      space_ = space_ || !text.empty();
      return;
    }
    if (breaks_ > 1 && rows_ == 0) end_block();
    space_ = space_ || breaks_ > 0 || is_space_at_begin(text);
    breaks_ = 0;
    TextBlock& block = current_;
    if (block.text.empty()) {
      block.first = id;
    } else if (cell_begins_) {
      block.text += " | ";
    } else if (space_ && !block.text.ends_with(' ')) {
      block.text += ' ';
    }
    cell_begins_ = false;
    space_ = folded.ends_with(' ');
    if (space_) folded.pop_back();
    remove_invisible(folded);
    block.text += folded;
    block.last = id;
    const std::uint32_t length = text_length(folded);
    block.length += length;
    if (links_ > 0) block.link_length += length;
    if (bolds_ > 0) block.bold_length += length;
  }

  static bool is_space_at_begin(std::string_view text) {
    std::size_t size = 0;
    return is_html_space(text, 0, size);
  }

  void end_block() {
    TextBlock block = std::exchange(current_, {});
    breaks_ = 0;
    space_ = false;
    cell_begins_ = false;
    if (block.text.empty() || open_.empty() || !has_word(block.text)) return;
    if (block.text.ends_with(' ')) block.text.pop_back();
    if (is_caption()) return;
    set_place(block);
    blocks_.push_back(std::move(block));
  }

  /// Text of a figure that is not what the figure shows: a quotation, a table, a listing.
  [[nodiscard]] bool is_caption() const {
    for (auto element = open_.rbegin(); element != open_.rend(); ++element) {
      const ElementKind kind = element->kind;
      if (kind == ElementKind::quote || kind == ElementKind::row || kind == ElementKind::list_item)
        return false;
      if (kind == ElementKind::in_line) continue;
      const std::string& tag = tree_.node(element->id).tag;
      if (tag == "pre") return false;
      if (tag == "figure") return true;
    }
    return false;
  }

  /// The element and the kind: those of the innermost open elements that have a say.
  void set_place(TextBlock& block) {
    bool has_element = false;
    for (auto element = open_.rbegin(); element != open_.rend(); ++element) {
      if (element->kind == ElementKind::in_line) continue;
      if (!has_element) block.element = element->id;
      has_element = true;
      if (element->kind == ElementKind::heading) {
        // Some pages set their whole text as a heading.
        if (element->has_block) {
          blocks_[element->block].kind = BlockKind::paragraph;
        } else if (block.length <= kLongestHeading) {
          block.kind = BlockKind::heading;
        }
        element->has_block = true;
        element->block = blocks_.size();
        return;
      }
      if (element->data_row) {
        block.kind = BlockKind::table_row;
        return;
      }
      if (element->kind == ElementKind::quote) {
        block.kind = BlockKind::quote;
        return;
      }
      if (element->kind == ElementKind::list_item) {
        // Further paragraphs of an item are paragraphs.
        if (!element->has_block) block.kind = BlockKind::list_item;
        element->has_block = true;
        return;
      }
      if (element->kind == ElementKind::table) return;
    }
  }

  const HtmlTree& tree_;
  const std::vector<NameEvidence>& evidence_;
  TextBlockOptions options_;
  std::vector<NodeId> data_tables_;
  std::vector<OpenElement> open_;
  std::vector<TextBlock> blocks_;
  TextBlock current_;
  std::size_t links_ = 0;
  std::size_t bolds_ = 0;
  std::size_t rows_ = 0;    // of data tables, that are open
  std::size_t breaks_ = 0;  // br elements since the last text
  bool space_ = false;
  bool cell_begins_ = false;
};

}  // namespace

std::vector<TextBlock> text_blocks(const HtmlTree& tree, const std::vector<NameEvidence>& evidence,
                                   const TextBlockOptions& options) {
  return BlockGathering(tree, evidence, options).run();
}

}  // namespace furat::indexer
