#include "searcher/cli/text_hit.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "searcher/cli/bidi_isolation.hpp"
#include "searcher/cli/display_width.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/mentions.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::kMentionLabels;
using formats::MarkedText;
using formats::mentioned_names;
using formats::sanitized;

namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kFirstWordsColumns = 60;

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string::npos; }

/// The title, or the first words of a passage whose article has none.
std::string title_of(const Hit& hit) {
  std::string title = sanitized(hit.article.title);
  if (!is_blank(title)) return title;
  // Enough for the columns even if each takes four bytes; a passage may be long.
  const std::string words = sanitized(std::string_view(hit.text).substr(0, 8 * kFirstWordsColumns));
  return is_blank(words) ? "untitled" : cut_to_width(words, kFirstWordsColumns);
}

void append_title(std::string& out, const Hit& hit, const TextStyle& style) {
  MarkedText title{title_of(hit), {}};
  title.marks.push_back({0, static_cast<std::uint32_t>(title.text.size())});
  const std::string lead = fmt::format("{}. ", hit.rank);
  auto target = web_target(hit.article.url);
  if (target.empty()) target = file_target(hit, style);
  append_paragraph(out, {lead, lead.size(), title, target}, style);
}

/// Source, day, file and bytes; the file leads to itself.
void append_origin(std::string& out, const Hit& hit, const TextStyle& style) {
  const std::string source = sanitized(hit.article.source);
  const std::string published = sanitized(hit.article.published);
  std::string origin = is_blank(source) ? "" : isolated(source, style) + " · ";
  origin += is_blank(published) ? "undated" : published;
  origin += " · ";
  TextSpan file{static_cast<std::uint32_t>(origin.size()), 0};
  origin += fmt::format("{}:{}", isolated(sanitized(hit.article.file), style), hit.line);
  file.end = static_cast<std::uint32_t>(origin.size());
  origin += fmt::format(" · bytes {}-{}", hit.bytes.begin, hit.bytes.end);
  if (hit.page > 0) origin += fmt::format(" · page {}", hit.page);
  if (hit.passages_in_article > 1) {
    origin += fmt::format(" · {} passages of this article match", hit.passages_in_article);
  }
  append_paragraph(out, {spaces(kIndent), kIndent, {origin, {}}, file_target(hit, style), file},
                   style);
}

/// "also: Source B 2017-10-05, Source C; 4 more"
void append_copies(std::string& out, const Hit& hit, const TextStyle& style) {
  if (hit.copies == 0) return;
  std::vector<std::string> outlets;
  for (const CopyInfo& copy : hit.first_copies) {
    const std::string source = sanitized(copy.source);
    const std::string name = isolated(is_blank(source) ? sanitized(copy.passage) : source, style);
    outlets.push_back(
        copy.published.empty() ? name : fmt::format("{} {}", name, sanitized(copy.published)));
  }
  auto line = fmt::format("same text: {}", fmt::join(outlets, ", "));
  if (hit.copies > outlets.size()) line += fmt::format(", {} more", hit.copies - outlets.size());
  append_paragraph(out, {spaces(kIndent), kIndent, {line, {}}, {}}, style);
}

/// The heading of the section, unless it only says the title again.
void append_heading(std::string& out, const Hit& hit, const TextStyle& style) {
  const MarkedText heading = sanitized(hit.heading, hit.heading_marks);
  if (is_blank(heading.text) || heading.text == sanitized(hit.article.title)) return;
  append_paragraph(out, {spaces(kIndent), kIndent, heading, {}}, style);
}

void append_snippet(std::string& out, const Snippet& snippet, const TextStyle& style) {
  MarkedText body = sanitized(snippet.text, snippet.marks);
  if (is_blank(body.text)) return;
  if (snippet.cut_before) {
    constexpr std::string_view kGoesOn = "… ";
    body.text = fmt::format("{}{}", kGoesOn, body.text);
    for (TextSpan& mark : body.marks) {
      mark.begin += static_cast<std::uint32_t>(kGoesOn.size());
      mark.end += static_cast<std::uint32_t>(kGoesOn.size());
    }
  }
  if (snippet.cut_after) body.text += " …";
  append_paragraph(out, {spaces(kIndent), kIndent, body, {}}, style);
}

void append_mentions(std::string& out, const Hit& hit, const TextStyle& style) {
  for (const auto& [dimension, label] : kMentionLabels) {
    std::vector<std::string> names = mentioned_names(hit, dimension);
    if (names.empty()) continue;
    for (auto& name : names) name = isolated(name, style);
    const std::string line =
        fmt::format("{}{}: {}", spaces(kIndent), label, fmt::join(names, ", "));
    out += cut_to_width(line, style.width);
    out += '\n';
  }
}

/// "  4.20  convoy, which 12 of 303 passages have"
void append_score(std::string& out, const Hit& hit, const TextStyle& style) {
  if (hit.score_parts.empty()) return;
  out += fmt::format("{}score {:.2f}\n", spaces(kIndent), hit.score);
  for (const ScorePart& part : hit.score_parts) {
    const auto lead = fmt::format("{}{:>7.2f}  ", spaces(kIndent), part.score);
    append_paragraph(out, {lead, lead.size(), {sanitized(part.what), {}}, {}}, style);
  }
}

}  // namespace

void append_hit(std::string& out, const Hit& hit, const TextStyle& style) {
  append_title(out, hit, style);
  append_origin(out, hit, style);
  append_heading(out, hit, style);
  append_snippet(out, hit.snippet, style);
  append_copies(out, hit, style);
  append_mentions(out, hit, style);
  append_score(out, hit, style);
}

}  // namespace furat::cli
