#include "searcher/cli/markdown_format.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <sstream>
#include <vector>

#include "searcher/cli/text_style.hpp"
#include "searcher/cli/text_summary.hpp"
#include "searcher/formats/mentions.hpp"
#include "searcher/formats/plural.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::counted;
using formats::MarkedText;
using formats::mentioned_names;
using formats::sanitized;

namespace {

/// The byte of a text that would make a heading, a list or a rule of its line.
std::size_t line_markup(std::string_view text) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto opens = digits == 0 ? std::string_view("#+-=") : std::string_view(".)");
  return digits < text.size() && opens.find(text[digits]) != std::string_view::npos ? digits
                                                                                    : text.size();
}

/// Text that is sanitized already.
std::string escaped(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_[]<>~&|$";
  const auto at_start = line_markup(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == at_start || kMarkup.find(text[i]) != std::string_view::npos) out += '\\';
    out += text[i];
  }
  return out;
}

/// Marks in bold. Blanks at their ends stay outside: "** word**" is no bold word.
std::string with_bold_marks(const MarkedText& body) {
  const std::string_view text = body.text;
  std::string out;
  std::size_t at = 0;
  for (const TextSpan mark : body.marks) {
    const auto first = text.find_first_not_of(' ', mark.begin);
    if (first >= mark.end) continue;
    const auto end = text.find_last_not_of(' ', mark.end - 1) + 1;
    out += escaped(text.substr(at, first - at));
    out += "**" + escaped(text.substr(first, end - first)) + "**";
    at = end;
  }
  return out + escaped(text.substr(at));
}

std::string title_of(const Hit& hit) {
  const auto title = markdown_text(hit.article.title.empty() ? hit.article.id : hit.article.title);
  const auto target = web_target(hit.article.url);
  return target.empty() ? fmt::format("**{}**", title)
                        : fmt::format("[**{}**](<{}>)", title, target);
}

std::string origin_of(const Hit& hit) {
  std::vector<std::string> parts;
  if (!hit.article.source.empty()) parts.push_back(markdown_text(hit.article.source));
  parts.push_back(hit.article.published.empty() ? "undated" : markdown_text(hit.article.published));
  parts.push_back(fmt::format("{}, line {}, bytes {} to {}", markdown_text(hit.article.file),
                              hit.line, hit.bytes.begin, hit.bytes.end));
  if (hit.page > 0) parts.push_back(fmt::format("page {}", hit.page));
  return fmt::format("{}", fmt::join(parts, " · "));
}

void append_mentions(std::string& out, const Hit& hit, const std::string& indent) {
  for (const char* dimension : {"place", "date", "actor"}) {
    const auto names = mentioned_names(hit, dimension);
    if (names.empty()) continue;
    out += fmt::format("\n{}{}s: {}\n", indent, dimension,
                       escaped(fmt::format("{}", fmt::join(names, ", "))));
  }
}

void append_item(std::string& out, const Hit& hit) {
  const auto number = fmt::format("{}. ", hit.rank);
  const std::string indent(number.size(), ' ');
  out += fmt::format("\n{}{}\n\n{}{}\n", number, title_of(hit), indent, origin_of(hit));
  const auto snippet = with_bold_marks(sanitized(hit.snippet.text, hit.snippet.marks));
  if (!snippet.empty())
    out += fmt::format("\n{}> {}{}{}\n", indent, hit.snippet.cut_before ? "… " : "", snippet,
                       hit.snippet.cut_after ? " …" : "");
  append_mentions(out, hit, indent);
}

/// The depth in the tree as dashes before the name: tables have no indents.
void append_table(std::string& out, const FacetCounts& facet) {
  const auto shown =
      static_cast<std::size_t>(std::count_if(facet.values.begin(), facet.values.end(),
                                             [](const auto& value) { return value.passages > 0; }));
  const auto part = shown < facet.total_values ? fmt::format("{} of ", shown) : std::string();
  out += fmt::format("\n| {}: {}{} | passages | articles |\n| :--- | ---: | ---: |\n",
                     markdown_text(facet.dimension), part, counted(facet.total_values, "value"));
  for (const FacetValue& value : facet.values) {
    std::string depth;
    for (std::size_t i = 0; i < value.depth; ++i) depth += "– ";
    const auto name = markdown_text(value.name.empty() ? value.id : value.name);
    out += fmt::format("| {}{} | {} | {} |\n", depth,
                       value.selected ? fmt::format("**{}**", name) : name, value.passages,
                       value.articles);
  }
  if (facet.passages_without > 0) out += fmt::format("| none | {} | |\n", facet.passages_without);
}

}  // namespace

std::string markdown_text(std::string_view text) { return escaped(sanitized(text)); }

std::string format_markdown(const SearchResults& results, const SearchRequest& request) {
  TextStyle unwrapped;
  unwrapped.width = std::numeric_limits<std::uint32_t>::max();
  std::string summary;
  append_summary(summary, results, request, window_of(results), unwrapped);
  std::string out;
  std::istringstream lines(summary);
  for (std::string line; std::getline(lines, line);)
    out += (out.empty() ? "" : "\n") + escaped(line) + "\n";
  for (const Hit& hit : results.hits) append_item(out, hit);
  for (const FacetCounts& facet : results.facets) append_table(out, facet);
  return out;
}

}  // namespace furat::cli
