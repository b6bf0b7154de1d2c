#include "searcher/cli/text_facets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/cli/bars.hpp"
#include "searcher/cli/bidi_isolation.hpp"
#include "searcher/cli/display_width.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/plural.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::counted;
using formats::MarkedText;
using formats::sanitized;

namespace {

constexpr std::size_t kWidestBar = 30;
constexpr std::size_t kNarrowestBar = 4;
constexpr std::size_t kNarrowestName = 16;
constexpr std::size_t kGap = 2;

/// One value as the cells of its line.
struct Row {
  std::string name, passages, articles, precise;
  std::size_t lead = 0;  ///< bytes of sign and indent at the start of `name`
};

/// "3 to the day": how many of the passages speak of this day itself and not of its year.
std::string precise_of(const FacetValue& value) {
  if (value.precise == value.passages) return {};
  constexpr std::array<std::string_view, 6> kUnits{"day",  "week",   "month",
                                                   "year", "decade", "century"};
  const bool is_unit = std::find(kUnits.begin(), kUnits.end(), value.kind) != kUnits.end();
  return fmt::format("({} {})", value.precise, is_unit ? "to the " + value.kind : "exactly");
}

/// Stories only where there are fewer of them: the same report through several outlets.
std::string articles_of(const FacetValue& value) {
  auto articles = counted(value.articles, "article");
  if (value.stories != 0 && value.stories != value.articles)
    articles += value.stories == 1 ? " of one story" : fmt::format(" of {} stories", value.stories);
  return articles;
}

Row row_of(const FacetValue& value, std::size_t width) {
  const std::size_t indent = std::min(2 * std::min<std::size_t>(value.depth, 100), width / 4);
  const std::string name = sanitized(value.name.empty() ? value.id : value.name);
  const std::string lead = (value.selected ? "* " : "  ") + spaces(indent);
  return {lead + name, fmt::format("{}", value.passages), articles_of(value),
          sanitized(precise_of(value)), lead.size()};
}

/// The columns of the table; those of 0 columns are left out.
struct Layout {
  std::size_t name = 0, passages = 0, articles = 0, precise = 0, bar = 0;

  [[nodiscard]] std::size_t beside_name() const {
    return kGap + passages + (articles > 0 ? kGap + articles : 0) +
           (precise > 0 ? kGap + precise : 0);
  }
};

Layout layout_of(const std::vector<Row>& rows, std::size_t width) {
  Layout layout;
  for (const Row& row : rows) {
    layout.name = std::max(layout.name, display_width(row.name));
    layout.passages = std::max(layout.passages, row.passages.size());
    layout.articles = std::max(layout.articles, row.articles.size());
    layout.precise = std::max(layout.precise, row.precise.size());
  }
  // Names tell most: where they would be cut to nothing the other columns go, one by one.
  const std::size_t wanted = std::min(layout.name, kNarrowestName);
  for (std::size_t* column : {&layout.precise, &layout.articles})
    if (wanted + layout.beside_name() > width) *column = 0;
  const std::size_t others = layout.beside_name();
  const std::size_t with_bar = others + kGap + kNarrowestBar;
  if (width >= with_bar + wanted) {
    layout.name = std::min(layout.name, width - with_bar);
    layout.bar = std::min(kWidestBar, width - layout.name - others - kGap);
  } else {
    layout.name = std::min(layout.name, width > others + 3 ? width - others : 3);
  }
  return layout;
}

/// The name, cut or filled up; the indent stays at the left of a name that runs to the left.
std::string name_cell(const Row& row, std::size_t columns, const TextStyle& style) {
  const std::string text = cut_to_width(row.name, columns);
  const std::size_t width = display_width(text);
  const std::size_t lead = std::min(row.lead, text.size());
  return text.substr(0, lead) + isolated(std::string_view(text).substr(lead), style) +
         spaces(columns > width ? columns - width : 0);
}

std::string line_of(const Row& row, const Layout& layout, std::string_view bar_text,
                    const TextStyle& style) {
  std::string line = name_cell(row, layout.name, style);
  line += fmt::format("{}{:>{}}", spaces(kGap), row.passages, layout.passages);
  if (layout.articles > 0)
    line += fmt::format("{}{:<{}}", spaces(kGap), row.articles, layout.articles);
  if (layout.precise > 0) {
    line += fmt::format("{}{:<{}}", spaces(kGap), row.precise, layout.precise);
  }
  if (layout.bar > 0) line += spaces(kGap) + std::string(bar_text);
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// "place: 3 of 14 values, 2 passages without": a list that was cut says so.
std::string heading_of(const FacetCounts& facet) {
  const auto shown = static_cast<std::size_t>(
      std::count_if(facet.values.begin(), facet.values.end(),
                    [](const FacetValue& value) { return value.passages > 0; }));
  std::string heading = sanitized(facet.dimension) + ": ";
  if (shown < facet.total_values) heading += fmt::format("{} of ", shown);
  heading += counted(facet.total_values, "value");
  if (facet.passages_without > 0) {
    heading += fmt::format(", {} without", counted(facet.passages_without, "passage"));
  }
  return heading;
}

}  // namespace

void append_facet(std::string& out, const FacetCounts& facet, const TextStyle& style) {
  MarkedText heading{heading_of(facet), {}};
  heading.marks.push_back({0, static_cast<std::uint32_t>(heading.text.size())});
  append_paragraph(out, {"", kGap, heading, {}}, style);
  std::vector<Row> rows;
  std::size_t largest = 0;
  for (const FacetValue& value : facet.values) {
    rows.push_back(row_of(value, style.width));
    largest = std::max(largest, value.passages);
  }
  const Layout layout = layout_of(rows, style.width);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string line =
        line_of(rows[i], layout, bar(facet.values[i].passages, largest, layout.bar, style), style);
    out += cut_to_width(line, style.width) + "\n";
  }
}

}  // namespace furat::cli
