#include "searcher/cli/text_grid.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

#include "searcher/cli/bidi_isolation.hpp"
#include "searcher/cli/display_width.hpp"

namespace furat::cli {
namespace {

constexpr std::size_t kGap = 1;
constexpr std::size_t kHeaderLines = 3;
constexpr std::size_t kNarrowestName = 14;
constexpr std::size_t kWidestName = 32;

/// Widths that are tried for the columns, one after the other, until all fit.
constexpr std::array<std::size_t, 6> kWidestColumn{14, 11, 9, 7, 6, 5};
/// Below this no word is cut: a table in blocks says more.
constexpr std::size_t kNarrowestCut = 8;
/// What columns in several blocks get.
constexpr std::size_t kColumnInBlocks = 11;

/// `text` in as many columns, with a sign where it was cut.
std::string cut(std::string_view text, std::size_t columns, const TextStyle& style) {
  if (!style.ascii || display_width(text) <= columns) return cut_to_width(text, columns);
  return std::string(text.substr(0, fitting_prefix(text, columns - 1))) + "~";
}

/// The words of a header; the parts of a date may be parted too.
std::vector<std::string> words_of(std::string_view header) {
  const bool is_date = header.find_first_not_of("0123456789-") == std::string_view::npos;
  std::vector<std::string> words(1);
  for (const char c : header) {
    if (c != ' ') words.back() += c;
    const bool parts = c == ' ' || (is_date && c == '-' && words.back().size() > 1);
    if (parts && !words.back().empty()) words.emplace_back();
  }
  if (words.size() > 1 && words.back().empty()) words.pop_back();
  return words;
}

/// The header in lines of at most `columns`; the last line has what is left over, cut.
std::vector<std::string> header_lines(std::string_view header, std::size_t columns,
                                      const TextStyle& style) {
  const bool is_date = header.find(' ') == std::string_view::npos;
  std::vector<std::string> lines;
  for (const auto& word : words_of(header)) {
    const auto joined = lines.empty() ? word : lines.back() + (is_date ? "" : " ") + word;
    const bool fits = display_width(joined) <= columns || lines.size() == kHeaderLines;
    if (!lines.empty() && fits)
      lines.back() = joined;
    else
      lines.push_back(word);
  }
  for (auto& line : lines) line = cut(line, columns, style);
  return lines;
}

std::string to_the_right(std::string_view text, std::size_t columns, const TextStyle& style) {
  const auto width = display_width(text);
  return spaces(columns > width ? columns - width : 0) + isolated(text, style);
}

/// Columns that each header and its numbers want, the header taking no more than `widest`.
std::vector<std::size_t> column_widths(const std::vector<std::string>& headers,
                                       const std::vector<GridRow>& rows, std::size_t widest) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    std::size_t longest = 0;
    for (const auto& word : words_of(headers[i])) longest = std::max(longest, display_width(word));
    // What fits needs not be wrapped.
    if (display_width(headers[i]) <= widest) longest = display_width(headers[i]);
    std::size_t width = std::min(longest, widest);
    for (const auto& row : rows) width = std::max(width, row.cells[i].size());
    widths.push_back(width);
  }
  return widths;
}

bool every_word_fits(const std::vector<std::string>& headers, std::size_t columns) {
  for (const auto& header : headers)
    for (const auto& word : words_of(header))
      if (display_width(word) > columns) return false;
  return true;
}

std::size_t sum_of(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), widths.size() * kGap);
}

struct Layout {
  std::size_t name = 0;
  std::vector<std::size_t> columns;
};

Layout layout_of(const std::vector<std::string>& headers, const std::vector<GridRow>& rows,
                 std::size_t width) {
  Layout layout;
  for (const auto& row : rows) layout.name = std::max(layout.name, display_width(row.name));
  layout.name = std::min(layout.name, kWidestName);
  const auto least = std::min(layout.name, kNarrowestName);
  for (const auto widest : kWidestColumn) {
    if (widest < kNarrowestCut && !every_word_fits(headers, widest)) break;
    layout.columns = column_widths(headers, rows, widest);
    const auto numbers = sum_of(layout.columns);
    if (numbers + least > width) continue;
    layout.name = std::min(layout.name, width - numbers);
    return layout;
  }
  layout.columns = column_widths(headers, rows, kColumnInBlocks);
  layout.name = std::min(layout.name, std::max(kNarrowestName, width / 4));
  return layout;
}

/// The columns [first, last) as one table.
void append_block(std::string& out, const std::vector<std::string>& headers,
                  const std::vector<GridRow>& rows, const Layout& layout, std::size_t first,
                  std::size_t last, const TextStyle& style) {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t lines = 0;
  for (auto i = first; i < last; ++i) {
    wrapped.push_back(header_lines(headers[i], layout.columns[i], style));
    lines = std::max(lines, wrapped.back().size());
  }
  out += '\n';
  for (std::size_t line = 0; line < lines; ++line) {
    out += spaces(layout.name);
    for (auto i = first; i < last; ++i) {
      const auto& header = wrapped[i - first];
      const auto empty = lines - header.size();  // they stand on the numbers
      out += spaces(kGap) +
             to_the_right(line < empty ? "" : header[line - empty], layout.columns[i], style);
    }
    out += '\n';
  }
  for (const auto& row : rows) {
    const auto name = cut(row.name, layout.name, style);
    out += isolated(name, style) + spaces(layout.name - std::min(layout.name, display_width(name)));
    for (auto i = first; i < last; ++i)
      out += spaces(kGap) + to_the_right(row.cells[i], layout.columns[i], style);
    out += '\n';
  }
}

}  // namespace

void append_grid(std::string& out, const std::vector<std::string>& headers,
                 const std::vector<GridRow>& rows, const TextStyle& style) {
  const auto layout = layout_of(headers, rows, style.width);
  for (std::size_t first = 0; first < headers.size();) {
    auto used = layout.name;
    auto last = first;
    while (last < headers.size() &&
           (last == first || used + kGap + layout.columns[last] <= style.width))
      used += kGap + layout.columns[last++];
    append_block(out, headers, rows, layout, first, last, style);
    first = last;
  }
}

}  // namespace furat::cli
