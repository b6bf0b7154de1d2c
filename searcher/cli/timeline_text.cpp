#include "searcher/cli/timeline_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "searcher/cli/bars.hpp"
#include "searcher/cli/display_width.hpp"
#include "searcher/cli/text_summary.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/plural.hpp"
#include "searcher/formats/time_words.hpp"

namespace furat::cli {

using formats::counted;
using formats::word_for;

namespace {

constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kNarrowestBar = 4;
constexpr std::size_t kGap = 2;
/// Terminals that are narrower than this get shorter words.
constexpr std::size_t kRoomForWords = 60;

struct Line {
  std::string label;
  Counted counted;
  bool has_bar = false;
  bool is_gap = false;  ///< the label takes the whole line
};

std::string label_of(const TimelineRow& row, std::string_view unit, bool brief) {
  switch (row.kind) {
    case TimelineRow::Kind::bucket:
      return row.name;
    case TimelineRow::Kind::coarser:
      return fmt::format("{}, no {}{}", row.name, unit, brief ? "" : " given");
    case TimelineRow::Kind::gap:
      return fmt::format("... {} without", counted(row.buckets, unit));
  }
  return {};
}

std::vector<Line> row_lines(const TimelineResults& results, bool brief) {
  std::vector<Line> lines;
  for (const auto& row : results.rows) {
    const bool gap = row.kind == TimelineRow::Kind::gap;
    lines.push_back({label_of(row, word_for(results.by), brief), row.counted, !gap, gap});
  }
  return lines;
}

/// "before 2011, after 2019": what a timeline that chose its unit leaves out, else what filters
/// hide.
std::string not_shown(const TimelineResults& results) {
  if (!results.narrowed) return "outside of --date";
  const auto year = [](const std::string& day) { return day.substr(0, day.find('-', 1)); };
  return fmt::format("before {}, after {}", year(results.shown_first), year(results.shown_last));
}

/// What has no row, as far as there is any.
std::vector<Line> other_lines(const TimelineResults& results, bool brief) {
  const bool published = results.clock == Clock::published;
  std::vector<Line> lines;
  const auto add = [&lines](const std::string& label, const Counted& counted) {
    if (counted.passages > 0) lines.push_back({label, counted});
  };
  add(brief ? "other times" : not_shown(results), results.outside);
  add("year unknown", results.unknown_year);
  add(brief ? "open (\"since\")" : "open (\"since 2014\")", results.open);
  add(brief ? "across millennia" : "across millennia only", results.unplaced);
  add(published ? "no day known" : "no date", results.undated);
  return lines;
}

struct Layout {
  std::size_t label = 0, passages = 0, articles = 0, bar = 0;
};

Layout layout_of(const std::vector<Line>& lines, std::string_view passages,
                 std::string_view articles, std::size_t width) {
  Layout layout{0, passages.size(), articles.size(), 0};
  for (const auto& line : lines) {
    if (line.is_gap) continue;
    layout.label = std::max(layout.label, display_width(line.label));
    layout.passages = std::max(layout.passages, fmt::formatted_size("{}", line.counted.passages));
    layout.articles = std::max(layout.articles, fmt::formatted_size("{}", line.counted.articles));
  }
  const auto numbers = kGap + layout.passages + kGap + layout.articles;
  const auto others = numbers + kGap + kNarrowestBar;
  layout.label = std::min(layout.label, width > others ? width - others : 1);
  layout.bar = std::min(kWidestBar, width - std::min(width, layout.label + numbers + kGap));
  return layout;
}

std::string line_with(std::string_view label, std::string_view passages, std::string_view articles,
                      const Layout& layout) {
  const auto shown = cut_to_width(label, layout.label);
  return fmt::format("{}{}{}{:>{}}{}{:>{}}", shown, spaces(layout.label - display_width(shown)),
                     spaces(kGap), passages, layout.passages, spaces(kGap), articles,
                     layout.articles);
}

void append_line(std::string& out, const Line& line, std::size_t largest, const Layout& layout,
                 const TextStyle& style) {
  if (line.is_gap) {
    out += cut_to_width(line.label, style.width) + "\n";
    return;
  }
  out += line_with(line.label, fmt::format("{}", line.counted.passages),
                   fmt::format("{}", line.counted.articles), layout);
  if (line.has_bar && line.counted.passages > 0)
    out += spaces(kGap) + bar(line.counted.passages, largest, layout.bar, style);
  out += '\n';
}

std::string heading_of(const TimelineResults& results) {
  const std::string_view what =
      results.clock == Clock::published ? "of publication" : "they speak of";
  return fmt::format("by the {} {}; {} of them {} a bar", word_for(results.by), what,
                     results.in_rows.passages, results.in_rows.passages == 1 ? "has" : "have");
}

}  // namespace

std::string format_timeline_text(const TimelineResults& results, const TimelineRequest& request,
                                 const TextStyle& style) {
  std::string out;
  append_summary(out, results.matched, request.search, "", style);
  if (results.matched.total_passages == 0) return out;
  append_lines(out, heading_of(results), 0, style);
  const bool brief = style.width < kRoomForWords;
  const std::string_view passages = brief ? "pass" : "passages";
  const std::string_view articles = brief ? "art" : "articles";
  const auto rows = row_lines(results, brief);
  const auto others = other_lines(results, brief);
  auto all = rows;
  all.insert(all.end(), others.begin(), others.end());
  const auto layout = layout_of(all, passages, articles, style.width);
  std::size_t largest = 0;
  for (const auto& row : rows) largest = std::max(largest, row.counted.passages);
  out += '\n' + line_with("", passages, articles, layout) + '\n';
  for (const auto& row : rows) append_line(out, row, largest, layout, style);
  if (!rows.empty() && !others.empty()) out += '\n';
  for (const auto& other : others) append_line(out, other, largest, layout, style);
  if (results.narrowed && results.outside.passages > 0)
    append_lines(out, "--by year or --by decade shows all times.", 0, style);
  return out;
}

}  // namespace furat::cli
