#include "searcher/cli/text_wrap.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "searcher/cli/bidi_isolation.hpp"
#include "searcher/cli/display_width.hpp"

namespace furat::cli {

using formats::MarkedText;

namespace {

/// Fills lines word by word.
class LineFiller {
 public:
  LineFiller(std::string_view text, std::size_t first_columns, std::size_t columns)
      : text_(text), room_(first_columns), columns_(columns) {}

  void add_word(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::string_view word = text_.substr(begin, end - begin);
      const std::size_t left = room_left(begin);
      if (used_ > 0 && left == 0) {  // or a word without columns would follow the last spaces
        finish_line();
        continue;
      }
      const std::size_t fits = fitting_prefix(word, left);
      if (fits == word.size()) {
        put(begin, end);
        return;
      }
      const bool too_long_anywhere = fitting_prefix(word, columns_) < word.size();
      if (used_ > 0 && (!too_long_anywhere || left < kWorthFilling)) {
        finish_line();
        continue;
      }
      const std::size_t cut = begin + std::max(fits, first_character(word));
      put(begin, cut);
      finish_line();
      begin = cut;
    }
  }

  std::vector<TextSpan> finish() {
    if (used_ > 0) finish_line();
    return std::move(lines_);
  }

 private:
  /// Room too small to begin a long word in.
  static constexpr std::size_t kWorthFilling = 8;

  /// Columns for a word that begins at byte `begin`, behind all the spaces before it.
  [[nodiscard]] std::size_t room_left(std::size_t begin) const {
    const std::size_t taken = used_ == 0 ? 0 : used_ + (begin - line_.end);
    return taken < room_ ? room_ - taken : 0;
  }

  void put(std::size_t begin, std::size_t end) {
    if (used_ == 0) line_.begin = static_cast<std::uint32_t>(begin);
    // Even a word of no columns is a word: `used_` above zero says that the line has begun.
    used_ += (used_ == 0 ? 0 : begin - line_.end) +
             std::max<std::size_t>(display_width(text_.substr(begin, end - begin)), 1);
    line_.end = static_cast<std::uint32_t>(end);
  }

  void finish_line() {
    lines_.push_back(line_);
    used_ = 0;
    room_ = columns_;
  }

  std::string_view text_;
  std::size_t room_, columns_;
  std::size_t used_ = 0;
  TextSpan line_;
  std::vector<TextSpan> lines_;
};

std::string with_marks(const MarkedText& body, TextSpan line, const TextStyle& style) {
  const std::string_view text = body.text;
  std::string out;
  std::uint32_t at = line.begin;
  for (const TextSpan mark : body.marks) {
    const std::uint32_t begin = std::max(mark.begin, at);
    const std::uint32_t end = std::min(mark.end, line.end);
    if (begin >= end) continue;
    out += text.substr(at, begin - at);
    out += bold(text.substr(begin, end - begin), style);
    at = end;
  }
  out += text.substr(at, line.end - at);
  return out;
}

/// One line of the paragraph, its part of the link's text as a link.
std::string shown_line(const Paragraph& paragraph, TextSpan line, const TextStyle& style) {
  const auto begin = std::clamp(paragraph.linked.begin, line.begin, line.end);
  const auto end = std::clamp(paragraph.linked.end, begin, line.end);
  std::string out = with_marks(paragraph.body, {line.begin, begin}, style);
  if (begin < end)
    out += linked(with_marks(paragraph.body, {begin, end}, style), paragraph.link, style);
  return out + with_marks(paragraph.body, {end, line.end}, style);
}

std::size_t room_beside(std::size_t taken, std::size_t width) {
  return width > taken ? width - taken : 1;
}

}  // namespace

std::vector<TextSpan> wrapped_lines(std::string_view text, std::size_t first_columns,
                                    std::size_t columns) {
  LineFiller filler(text, first_columns, columns);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    filler.add_word(at, end);
    at = end + 1;
  }
  return filler.finish();
}

void append_paragraph(std::string& out, const Paragraph& paragraph, const TextStyle& style) {
  const std::vector<TextSpan> lines =
      wrapped_lines(paragraph.body.text, room_beside(display_width(paragraph.lead), style.width),
                    room_beside(paragraph.indent, style.width));
  const auto [isolate, pop_isolate] = isolation_of(paragraph.body.text, style);
  out += paragraph.lead;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out += spaces(paragraph.indent);
    out += isolate;
    out += shown_line(paragraph, lines[i], style);
    out += pop_isolate;
    out += '\n';
  }
  if (lines.empty()) out += '\n';
}

void append_lines(std::string& out, std::string_view text, std::size_t indent,
                  const TextStyle& style) {
  append_paragraph(out, {spaces(indent), indent, {std::string(text), {}}, {}}, style);
}

}  // namespace furat::cli
