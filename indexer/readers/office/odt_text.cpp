#include "indexer/readers/office/odt_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "indexer/readers/office/xml_stream.hpp"

namespace furat::indexer::office {
namespace {

using Event = XmlStream::Event;

class OdtParsing {
 public:
  OdtParsing(std::string_view xml, OfficeBody& body, std::string& title)
      : xml_(xml), body_(body), title_(title) {}

  std::string run() {
    for (auto event = xml_.next(); event != Event::finished; event = xml_.next()) {
      if (event == Event::start) begin();
      if (event == Event::end) end();
      if (event == Event::text) add_text(xml_.text());
      if (body_.is_too_large()) break;
    }
    return xml_.fault();
  }

 private:
  struct Paragraph {
    BlockKind kind = BlockKind::paragraph;
    bool title = false;
    std::string text;  ///< for the title only
  };

  void begin() {
    const auto name = xml_.name();
    if (is_left_out(name) || is_picture_text(name)) return xml_.skip();
    if (name == "p" || name == "h") {
      begin_paragraph(name == "h");
    } else if (name == "list-item" || name == "list-header") {
      ++lists_;
    } else if (name == "note-body") {
      body_.begin_aside();
    } else if (name == "table") {
      body_.begin_table();
    } else if (name == "table-row") {
      body_.begin_row();
    } else if (name == "table-cell") {
      body_.begin_cell();
    } else if (name == "s" || name == "tab") {
      add_text(" ");
    } else if (name == "line-break") {
      body_.append_line_end();
    } else if (name == "style") {
      if (const auto parent = xml_.attribute("parent-style-name"))
        parents_.insert_or_assign(xml_.attribute("name").value_or(""), *parent);
    }
  }

  void end() {
    const auto name = xml_.name();
    if ((name == "p" || name == "h") && !paragraphs_.empty()) {
      end_paragraph();
    } else if ((name == "list-item" || name == "list-header") && lists_ > 0) {
      --lists_;
    } else if (name == "note-body") {
      body_.end_aside();
    } else if (name == "table") {
      body_.end_table();
    } else if (name == "table-row") {
      body_.end_row();
    }
  }

  static bool is_left_out(std::string_view name) {
    constexpr std::array<std::string_view, 12> kNames{
        "tracked-changes", "annotation",         "note-citation",
        "ruby-text",       "hidden-text",        "forms",
        "scripts",         "sequence-decls",     "binary-data",
        "deletion",        "covered-table-cell", "hidden-paragraph"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
  }

  /// What stands for a picture that is not shown. A field of text has the name "title" too.
  [[nodiscard]] bool is_picture_text(std::string_view name) const {
    return (name == "title" || name == "desc") &&
           xml_.name_space().find("svg") != std::string::npos;
  }

  /// The style of the document itself behind an automatic one ("P1").
  [[nodiscard]] std::string named_style() const {
    auto style = xml_.attribute("style-name").value_or("");
    const auto parent = parents_.find(style);
    return parent == parents_.end() ? style : parent->second;
  }

  void begin_paragraph(bool heading) {
    Paragraph paragraph;
    const auto style = named_style();
    paragraph.title = style == "Title";
    if (heading || paragraph.title || style == "Subtitle") {
      paragraph.kind = BlockKind::heading;
    } else if (lists_ > 0) {
      paragraph.kind = BlockKind::list_item;
    } else if (style == "Quotations") {
      paragraph.kind = BlockKind::quote;
    }
    paragraphs_.push_back(std::move(paragraph));
    body_.begin_paragraph();
  }

  void end_paragraph() {
    const auto paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    if (paragraph.title && title_.empty()) title_ = paragraph.text;
    body_.end_paragraph(paragraph.kind);
  }

  void add_text(std::string_view text) {
    if (paragraphs_.empty()) return;
    body_.append(text);
    if (paragraphs_.back().title) paragraphs_.back().text += text;
  }

  XmlStream xml_;
  OfficeBody& body_;
  std::string& title_;
  std::map<std::string, std::string> parents_;  ///< automatic style to the one it is based on
  std::vector<Paragraph> paragraphs_;
  std::size_t lists_ = 0;  ///< one in the other
};

}  // namespace

std::string add_odt_text(std::string_view xml, OfficeBody& body, std::string& title) {
  return OdtParsing(xml, body, title).run();
}

}  // namespace furat::indexer::office
