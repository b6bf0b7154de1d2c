#include "indexer/passages/layout.hpp"

#include <algorithm>
#include <vector>

namespace furat::indexer {
namespace {

// Narrower lines are headings or list items; wider ones no page has.
constexpr std::uint32_t kNarrowestText = 30;
constexpr std::uint32_t kNarrowestPage = 40;
constexpr std::uint32_t kWidestPage = 150;

// Fewer open lines than this could be an accident.
constexpr std::size_t kLeastEvidence = 3;

/// What the open lines of a body say, looking at neighbours with `blanks` empty lines between them.
struct Evidence {
  std::vector<std::uint32_t> widths;  // of open lines, with the next one's first word; ascending
  std::size_t begin_lower = 0;        // next lines that begin in lower case
};

Evidence evidence_of(std::string_view body, std::span<const Line> lines, std::uint32_t blanks) {
  Evidence evidence;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& line = lines[i];
    const Line& next = lines[i + 1];
    if (next.blanks_before != blanks || line.width < kNarrowestText) continue;
    if (!is_open(line.of(body))) continue;
    evidence.widths.push_back(Layout::width_with_next(line, next, body));
    if (begins_lower(next.of(body))) ++evidence.begin_lower;
  }
  std::sort(evidence.widths.begin(), evidence.widths.end());
  return evidence;
}

/// The width that wrapped lines surely reach; 0 if the lines are not cut at a common width.
std::uint32_t capacity_of(const Evidence& evidence, std::string_view body,
                          std::span<const Line> lines) {
  const auto& widths = evidence.widths;
  if (widths.size() < kLeastEvidence) return 0;
  const std::uint32_t median = widths[widths.size() / 2];
  if (median < kNarrowestPage || median > kWidestPage) return 0;
  const auto first = std::lower_bound(widths.begin(), widths.end(), median * 4 / 5);
  const auto last = std::upper_bound(first, widths.end(), median * 4 / 3);
  const auto alike = static_cast<std::size_t>(last - first);
  if (alike * 5 < widths.size() * 4) return 0;
  // A list of headlines is open lines, too, but each begins with a capital. Arabic has none: there
  // the widths decide.
  const auto cased = std::count_if(lines.begin(), lines.end(), [body](const Line& line) {
    return begins_lower(line.of(body)) || is_all_capitals(first_word(line.of(body)).substr(0, 1));
  });
  if (static_cast<std::size_t>(cased) * 2 > lines.size() &&
      evidence.begin_lower * 3 < widths.size()) {
    return 0;
  }
  const auto overlong = std::count_if(lines.begin(), lines.end(), [median](const Line& line) {
    return line.width > median * 3 / 2;
  });
  if (static_cast<std::size_t>(overlong) > alike) return 0;
  return *(first + static_cast<std::ptrdiff_t>(alike / 20));
}

}  // namespace

bool is_open(std::string_view line) {
  const char mark = last_mark(line);
  return mark != ':' && mark != ';' && !ends_sentence(line);
}

std::uint32_t Layout::width_with_next(const Line& line, const Line& next, std::string_view body) {
  return line.indent + line.width + 1 + count_code_points(first_word(next.of(body)));
}

bool Layout::is_filled(const Line& line, const Line& next, std::string_view body) const {
  return wrapping != Wrapping::none && width_with_next(line, next, body) >= capacity;
}

Layout detect_layout(std::string_view body, std::span<const Line> lines) {
  const Evidence adjacent = evidence_of(body, lines, 0);
  const Evidence spaced = evidence_of(body, lines, 1);
  Layout layout;
  if (spaced.widths.size() > 3 * adjacent.widths.size()) {
    layout.capacity = capacity_of(spaced, body, lines);
    if (layout.capacity != 0) layout.wrapping = Wrapping::double_spaced;
  } else {
    layout.capacity = capacity_of(adjacent, body, lines);
    if (layout.capacity != 0) layout.wrapping = Wrapping::single_spaced;
  }
  layout.blank_lines_separate =
      layout.wrapping == Wrapping::single_spaced &&
      std::any_of(lines.begin() + (lines.empty() ? 0 : 1), lines.end(),
                  [](const Line& line) { return line.blanks_before > 0; });
  return layout;
}

}  // namespace furat::indexer
