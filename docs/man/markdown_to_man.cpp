// usage: markdown-to-man NAME SECTION "ABOUT" < FILE.md > NAME.SECTION
// A build tool: our own documents as man(7) pages. Headings, paragraphs, lists, blocks of code;
// tables as tagged paragraphs, the first cell being the tag.
#include <fmt/format.h>
#include <md4c.h>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/roff.hpp"

namespace {

using furat::frontend::manual_end;
using furat::frontend::manual_head;
using furat::frontend::roff_argument;
using furat::frontend::roff_text;

/// Takes what the parser calls back with.
class Page {
 public:
  void enter(MD_BLOCKTYPE type, const void* detail) {
    if (type == MD_BLOCK_OL) number_ = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start;
    if (type == MD_BLOCK_UL) number_ = 0;
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH || is_paragraph(type)) text_.clear();
    if (type == MD_BLOCK_TR) cells_.clear();
    if (type == MD_BLOCK_THEAD) in_head_ = true;
    if (type == MD_BLOCK_LI) ++list_depth_;
  }

  void leave(MD_BLOCKTYPE type, const void* detail) {
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) cells_.push_back(std::move(text_));
    if (type == MD_BLOCK_TR && !in_head_) put_row();
    if (type == MD_BLOCK_THEAD) in_head_ = false;
    if (type == MD_BLOCK_H) put_heading(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
    if (type == MD_BLOCK_CODE) put_code();
    if (type == MD_BLOCK_P) put_paragraph();
    if (type == MD_BLOCK_LI) {  // of a list without blank lines, which has no paragraphs
      if (!text_.empty()) put_paragraph();
      --list_depth_;
    }
    if (type != MD_BLOCK_TD && type != MD_BLOCK_TH) text_.clear();
  }

  void add(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR)
      text_ += '\n';
    else
      text_ += text;
  }

  [[nodiscard]] const std::string& finish() const { return out_; }

 private:
  static bool is_paragraph(MD_BLOCKTYPE type) {
    return type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE || type == MD_BLOCK_LI;
  }

  /// The first heading is the title of the document: NAME has it.
  void put_heading(unsigned level) {
    after_heading_ = true;
    if (level == 1)
      out_ += ".SH DESCRIPTION\n";
    else if (level == 2)
      out_ += fmt::format(".SH {}\n", roff_argument(text_));
    else
      out_ += fmt::format(".SS {}\n", roff_argument(text_));
  }

  /// A heading or an item begins a paragraph itself.
  void put_paragraph() {
    if (text_.empty()) return;
    if (list_depth_ > 0)
      out_ += number_ > 0 ? fmt::format(".IP {}. 3\n", number_++) : ".IP \\(bu 2\n";
    else if (!after_heading_)
      out_ += ".PP\n";
    after_heading_ = false;
    out_ += roff_text(text_) + "\n";
  }

  void put_code() {
    out_ += fmt::format("{}.EX\n{}.EE\n", after_heading_ ? "" : ".PP\n", roff_text(text_));
    after_heading_ = false;
  }

  void put_row() {
    if (cells_.empty()) return;
    after_heading_ = false;
    std::string rest;
    for (std::size_t i = 1; i < cells_.size(); ++i)
      if (!cells_[i].empty()) rest += (rest.empty() ? "" : "; ") + cells_[i];
    out_ += fmt::format(".TP\n.B {}\n{}\n", roff_argument(cells_[0]),
                        rest.empty() ? "\\&" : roff_text(rest));
  }

  std::string out_, text_;
  std::vector<std::string> cells_;
  bool in_head_ = false, after_heading_ = false;
  unsigned number_ = 0;  ///< of the next item; 0: the list has none
  int list_depth_ = 0;
};

Page& page_of(void* user) { return *static_cast<Page*>(user); }

/// The whole document; empty if it cannot be parsed.
std::string page_of_document(const std::string& markdown) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    page_of(user).enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    page_of(user).leave(type, detail);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    page_of(user).add(type, {text, size});
    return 0;
  };
  Page page;
  const bool parsed =
      md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &page) == 0;
  return parsed ? page.finish() : "";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::string markdown{std::istreambuf_iterator<char>(std::cin), {}};
  const auto page = page_of_document(markdown);
  if (page.empty()) return 1;
  fmt::print("{}{}{}", manual_head(argv[1], argv[2], argv[3]), page, manual_end());
  return 0;
}
