#include "indexer/readers/office/office_body.hpp"

#include <algorithm>
#include <utility>

#include "analysis/text/utf8.hpp"
#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer::office {
namespace {

constexpr std::size_t kCellParagraphs = 3;  // more in a cell, and the table is there for the layout

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// White space folded to one space, controls to none.
void append_folded(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = analysis::next_code_point(text, i);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    if (!control && c != U' ' && c != 0xA0) {
      append_utf8(c, out);
    } else if (!out.empty() && !is_white(out.back())) {
      out += ' ';
    }
  }
}

void trim(std::string& text) {
  while (!text.empty() && is_white(text.back())) text.pop_back();
}

std::string joined(const std::vector<std::vector<std::string>>& cells) {
  std::string row;
  for (const auto& cell : cells) {
    if (!row.empty() && !cell.empty()) row += " | ";
    for (std::size_t i = 0; i < cell.size(); ++i) row += (i > 0 ? " " : "") + cell[i];
  }
  std::replace(row.begin(), row.end(), '\n', ' ');
  return row;
}

}  // namespace

void OfficeBody::begin_paragraph() { open_.emplace_back(); }

void OfficeBody::append(std::string_view text) {
  if (!open_.empty()) append_folded(text, open_.back().text);
}

void OfficeBody::append_line_end() {
  if (open_.empty()) return;
  trim(open_.back().text);
  if (!open_.back().text.empty()) open_.back().text += '\n';
}

void OfficeBody::end_paragraph(BlockKind kind) {
  if (open_.empty()) return;
  Paragraph ended = std::move(open_.back());
  open_.pop_back();
  ended.kind = kind;
  trim(ended.text);
  if (!open_.empty() && asides_ == 0) {
    inner_.push_back(std::move(ended));
    return;
  }
  place(std::move(ended));
  if (!open_.empty()) return;
  for (auto& paragraph : std::exchange(inner_, {})) place(std::move(paragraph));
}

void OfficeBody::place(Paragraph&& paragraph) {
  if (paragraph.text.empty()) return;
  if (asides_ > 0) {
    set_aside_.push_back(std::move(paragraph));
  } else if (tables_ > 0 && !row_.empty()) {
    row_.back().push_back(std::move(paragraph));
  } else {
    write(paragraph);
  }
}

void OfficeBody::write(const Paragraph& paragraph) {
  if (is_too_large()) return;
  if (!body_.empty()) body_ += "\n\n";
  const auto begin = static_cast<std::uint32_t>(body_.size());
  body_ += paragraph.text;
  blocks_.push_back({begin, static_cast<std::uint32_t>(body_.size()), paragraph.kind});
}

void OfficeBody::end_table() {
  if (tables_ == 1) end_row();
  if (tables_ > 0) --tables_;
}

void OfficeBody::begin_row() {
  if (tables_ == 1) end_row();
}

void OfficeBody::begin_cell() {
  if (tables_ == 1) row_.emplace_back();
}

void OfficeBody::end_row() {
  if (tables_ != 1) return;
  const auto row = std::exchange(row_, {});
  const auto filled =
      std::count_if(row.begin(), row.end(), [](const Cell& c) { return !c.empty(); });
  const bool layout = filled < 2 || std::any_of(row.begin(), row.end(), [](const Cell& cell) {
                        return cell.size() > kCellParagraphs;
                      });
  std::vector<std::vector<std::string>> texts;
  for (const auto& cell : row) {
    texts.emplace_back();
    for (const auto& paragraph : cell) {
      if (layout) write(paragraph);
      texts.back().push_back(paragraph.text);
    }
  }
  if (!layout) write({joined(texts), BlockKind::table_row});
}

void OfficeBody::end_aside() {
  if (asides_ > 0) --asides_;
}

void OfficeBody::finish(Article& article) {
  while (!open_.empty()) end_paragraph(BlockKind::paragraph);
  while (tables_ > 0) end_table();
  for (const auto& paragraph : set_aside_) write(paragraph);
  article.body = std::move(body_);
  article.blocks = std::move(blocks_);
  article.map.append_identity(static_cast<std::uint32_t>(article.body.size()), 0);
}

}  // namespace furat::indexer::office
