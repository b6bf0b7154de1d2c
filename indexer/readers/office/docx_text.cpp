#include "indexer/readers/office/docx_text.hpp"

#include <vector>

#include "indexer/readers/office/xml_stream.hpp"

namespace furat::indexer::office {
namespace {

using Event = XmlStream::Event;

/// Values of on-off properties.
bool is_on(const XmlStream& xml) {
  const auto value = xml.attribute("val").value_or("true");
  return value != "0" && value != "false" && value != "off";
}

class DocxParsing {
 public:
  DocxParsing(std::string_view xml, const std::map<std::string, ParagraphStyle>& styles,
              OfficeBody& body, std::string& title)
      : xml_(xml), styles_(styles), body_(body), title_(title) {}

  std::string run() {
    for (auto event = xml_.next(); event != Event::finished; event = xml_.next()) {
      if (event == Event::start) begin();
      if (event == Event::end) end();
      if (body_.is_too_large()) break;
    }
    return xml_.fault();
  }

 private:
  /// A paragraph that is open.
  struct Paragraph {
    ParagraphStyle style;
    bool numbered = false;
    bool outline = false;
    bool drop_cap = false;  ///< it is the large first letter of the next one
    std::string text;       ///< for the title only
  };

  void begin() {
    const auto name = xml_.name();
    if (is_left_out()) return xml_.skip();
    if (name == "t") return add_text(xml_.inner_text());
    if (name == "p") {
      paragraphs_.emplace_back();
      if (!after_drop_cap_) body_.begin_paragraph();
      after_drop_cap_ = false;
    } else if (name == "tbl") {
      body_.begin_table();
    } else if (name == "tr") {
      body_.begin_row();
    } else if (name == "tc") {
      body_.begin_cell();
    } else if (name == "r") {
      hidden_ = false;
    } else {
      begin_detail();
    }
  }

  /// What stands in a paragraph or says something about it.
  void begin_detail() {
    const auto name = xml_.name();
    if (name == "tab" && !in_tab_stops_) {
      add_text(" ");
    } else if (name == "br" || name == "cr") {
      if (!in_field_code() && !hidden_) body_.append_line_end();
    } else if (name == "noBreakHyphen") {
      add_text("-");
    } else if (name == "tabs") {
      in_tab_stops_ = true;
    } else if (name == "vanish") {
      hidden_ = is_on(xml_);
    } else if (name == "fldChar") {
      follow_field(xml_.attribute("fldCharType").value_or(""));
    } else if (!paragraphs_.empty()) {
      note_property(paragraphs_.back());
    }
  }

  void note_property(Paragraph& paragraph) {
    const auto name = xml_.name();
    if (name == "pStyle") {
      const auto style = styles_.find(xml_.attribute("val").value_or(""));
      if (style != styles_.end()) paragraph.style = style->second;
    } else if (name == "numId") {
      paragraph.numbered = xml_.attribute("val").value_or("0") != "0";
      if (!paragraph.numbered && paragraph.style.kind == BlockKind::list_item)
        paragraph.style.kind = BlockKind::paragraph;
    } else if (name == "framePr") {
      const auto drop_cap = xml_.attribute("dropCap").value_or("none");
      paragraph.drop_cap = paragraphs_.size() == 1 && drop_cap != "none";
    } else if (name == "outlineLvl") {
      const auto level = xml_.attribute("val").value_or("");
      paragraph.outline = level.size() == 1 && level < "9";
    }
  }

  void end() {
    const auto name = xml_.name();
    if (name == "p" && !paragraphs_.empty()) return end_paragraph();
    if (name == "tbl") return body_.end_table();
    if (name == "tr") return body_.end_row();
    if (name == "tabs") in_tab_stops_ = false;
    if (name == "r") hidden_ = false;
  }

  void end_paragraph() {
    const auto paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    if (paragraph.style.title && title_.empty()) title_ = paragraph.text;
    after_drop_cap_ = paragraph.drop_cap;
    if (after_drop_cap_) return;  // the body's paragraph stays open
    auto kind = paragraph.style.kind;
    if (paragraph.outline) {
      kind = BlockKind::heading;
    } else if (paragraph.numbered && kind == BlockKind::paragraph) {
      kind = BlockKind::list_item;
    }
    body_.end_paragraph(kind);
  }

  /// Deletions, the second of two alternatives, the properties before a change, notes that only
  /// part the page, and the reading aid above a word.
  [[nodiscard]] bool is_left_out() const {
    const auto name = xml_.name();
    if (name == "footnote" || name == "endnote")
      return xml_.attribute("type").value_or("normal") != "normal";
    return name == "del" || name == "moveFrom" || name == "Fallback" || name == "pPrChange" ||
           name == "rPrChange" || name == "rt" || name == "sdtPr" || name == "docPr";
  }

  void add_text(std::string_view text) {
    if (in_field_code() || hidden_ || paragraphs_.empty()) return;
    body_.append(text);
    if (paragraphs_.back().style.title) paragraphs_.back().text += text;
  }

  void follow_field(const std::string& type) {
    if (type == "begin") {
      fields_.push_back(true);
      ++field_codes_;
    } else if (!fields_.empty() && (type == "separate" || type == "end")) {
      if (fields_.back()) --field_codes_;
      fields_.back() = false;
      if (type == "end") fields_.pop_back();
    }
  }

  [[nodiscard]] bool in_field_code() const { return field_codes_ > 0; }

  XmlStream xml_;
  const std::map<std::string, ParagraphStyle>& styles_;
  OfficeBody& body_;
  std::string& title_;
  std::vector<Paragraph> paragraphs_;
  std::vector<bool> fields_;     ///< one in the other; true while its code comes
  std::size_t field_codes_ = 0;  ///< of those, how many
  bool hidden_ = false;
  bool in_tab_stops_ = false;
  bool after_drop_cap_ = false;
};

}  // namespace

std::string add_docx_text(std::string_view xml, const std::map<std::string, ParagraphStyle>& styles,
                          OfficeBody& body, std::string& title) {
  return DocxParsing(xml, styles, body, title).run();
}

}  // namespace furat::indexer::office
