// Small PDF files, written by hand: text at places, in Helvetica or as Unicode.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace furat::test {

/// The font of a piece of text.
enum class PdfFont { regular, bold };

class PdfPage {
 public:
  PdfPage(double width, double height) : width_(width), height_(height) {}

  /// `text` in Latin letters, its baseline `down` points below the top of the page.
  PdfPage& text(double left, double down, double size, std::string_view text,
                PdfFont font = PdfFont::regular) {
    std::string escaped;
    for (const char c : text) {
      if (c == '(' || c == ')' || c == '\\') escaped += '\\';
      escaped += c;
    }
    put(font == PdfFont::bold ? "F2" : "F1", left, down, size, "(" + escaped + ")");
    return *this;
  }

  /// Code points as they are seen, from left to right; each letter is half as wide as high.
  PdfPage& unicode(double left, double down, double size, std::u16string_view seen) {
    std::string hex = "<";
    for (const char16_t c : seen)
      for (int shift = 12; shift >= 0; shift -= 4)
        hex += "0123456789ABCDEF"[(static_cast<unsigned>(c) >> static_cast<unsigned>(shift)) & 15U];
    put("F3", left, down, size, hex + ">");
    return *this;
  }

  /// Lines below one another, each `leading` points below the one before.
  PdfPage& lines(double left, double down, double size, double leading,
                 const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
      text(left, down, size, line);
      down += leading;
    }
    return *this;
  }

  /// Shows a part of the page only; places count from the corner of the whole page still.
  PdfPage& crop(double left, double top, double right, double bottom) {
    more_ += "/CropBox[" + number(left) + " " + number(height_ - bottom) + " " + number(right) +
             " " + number(height_ - top) + "]";
    return *this;
  }

  /// Turns what is written from here on, clockwise, about the middle of the page.
  PdfPage& turn() {
    content_ += "0 -1 1 0 0 " + number(width_) + " cm\n";
    height_of_text_ = width_;
    return *this;
  }

 private:
  friend class PdfWriter;

  static std::string number(double value) { return std::to_string(value); }

  void put(const std::string& font, double left, double down, double size,
           const std::string& string) {
    const double height = height_of_text_ > 0 ? height_of_text_ : height_;
    content_ += "BT /" + font + " " + number(size) + " Tf " + number(left) + " " +
                number(height - down) + " Td " + string + " Tj ET\n";
  }

  double width_, height_;
  double height_of_text_ = 0;
  std::string content_;
  std::string more_;  ///< entries of the page
};

class PdfWriter {
 public:
  PdfPage& add_page(double width = 600, double height = 800) {
    pages_.emplace_back(width, height);
    return pages_.back();
  }

  /// A property, such as "Title".
  void set(const std::string& name, const std::string& value) { info_.emplace_back(name, value); }

  [[nodiscard]] std::string bytes() {
    out_ = "%PDF-1.4\n";
    offsets_.clear();
    std::string kids;
    for (std::size_t page = 0; page < pages_.size(); ++page)
      kids += std::to_string(kFirstPage + 2 * page) + " 0 R ";
    object("<</Type/Catalog/Pages 2 0 R>>");
    object("<</Type/Pages/Count " + std::to_string(pages_.size()) + "/Kids[" + kids + "]>>");
    object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>");
    object(
        "<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[6 0 R]"
        "/ToUnicode 7 0 R>>");
    object(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/CIDSystemInfo<</Registry(Adobe)"
        "/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 8 0 R>>");
    stream(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange\n"
        "<0000> <FFFF>\nendcodespacerange 1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"
        "endcmap CMapName currentdict/CMap defineresource pop end end");
    object(
        "<</Type/FontDescriptor/FontName/Any/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800"
        "/Descent -200/ItalicAngle 0/CapHeight 700/StemV 80>>");
    std::string info = "<<";
    for (const auto& [name, value] : info_) info += "/" + name + "(" + value + ")";
    object(info + ">>");
    for (const auto& page : pages_) {
      object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + PdfPage::number(page.width_) + " " +
             PdfPage::number(page.height_) + "]" + page.more_ +
             "/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>>>/Contents " +
             std::to_string(offsets_.size() + 2) + " 0 R>>");
      stream(page.content_);
    }
    return finish();
  }

 private:
  static constexpr std::size_t kFirstPage = 10;  // number of its object

  void object(const std::string& content) {
    offsets_.push_back(out_.size());
    out_ += std::to_string(offsets_.size()) + " 0 obj\n" + content + "\nendobj\n";
  }

  void stream(const std::string& content) {
    object("<</Length " + std::to_string(content.size()) + ">>\nstream\n" + content +
           "\nendstream");
  }

  std::string finish() {
    const auto table = out_.size();
    out_ += "xref\n0 " + std::to_string(offsets_.size() + 1) + "\n0000000000 65535 f \n";
    for (const auto offset : offsets_) {
      const auto digits = std::to_string(offset);
      out_ += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    out_ += "trailer <</Size " + std::to_string(offsets_.size() + 1) +
            "/Root 1 0 R/Info 9 0 R>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return std::move(out_);
  }

  std::deque<PdfPage> pages_;  ///< references to its pages stay good
  std::vector<std::pair<std::string, std::string>> info_;
  std::string out_;
  std::vector<std::size_t> offsets_;
};

}  // namespace furat::test
