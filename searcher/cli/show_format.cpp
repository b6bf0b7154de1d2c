#include "searcher/cli/show_format.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "searcher/cli/display_width.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/mentions.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::kMentionLabels;
using formats::mentioned_names;
using formats::sanitized;

namespace {

constexpr std::size_t kIndent = 2;

void append_origin(std::string& out, const ShownPassage& shown, const TextStyle& style) {
  const auto& passage = shown.passages[shown.at];
  const auto& article = passage.article;
  const auto title = sanitized(article.title.empty() ? article.id : article.title);
  auto target = web_target(article.url);
  if (target.empty()) target = file_target(passage, style);
  append_paragraph(out, {"", 0, {title, {{0, static_cast<std::uint32_t>(title.size())}}}, target},
                   style);
  std::string line;
  for (const auto& part : {article.source, article.author,
                           article.published.empty() ? "undated" : article.published, article.url})
    if (!part.empty()) line += (line.empty() ? "" : " · ") + sanitized(part);
  append_lines(out, line, 0, style);
}

/// "places: al-Mayadin, Raqqa"
void append_legend(std::string& out, const Hit& passage, const TextStyle& style) {
  for (const auto& [dimension, label] : kMentionLabels)
    if (const auto names = mentioned_names(passage, dimension); !names.empty())
      append_lines(out, fmt::format("{}: {}", label, fmt::join(names, ", ")), 2 * kIndent, style);
}

void append_passage(std::string& out, const Hit& passage, bool asked_for, const TextStyle& style) {
  auto place = fmt::format("{}{} · {}:{} · bytes {}-{}", asked_for ? "> " : "  ",
                           sanitized(passage.passage), sanitized(passage.article.file),
                           passage.line, passage.bytes.begin, passage.bytes.end);
  if (passage.page > 0) place += fmt::format(" · page {}", passage.page);
  out += '\n';
  append_paragraph(out, {"", kIndent, {place, {}}, {}}, style);
  if (passage.heading_size > 0)
    append_paragraph(
        out, {spaces(kIndent), kIndent, sanitized(passage.heading, passage.heading_marks), {}},
        style);
  append_paragraph(
      out, {spaces(kIndent), kIndent, sanitized(passage.snippet.text, passage.snippet.marks), {}},
      style);
  if (asked_for) append_legend(out, passage, style);
}

}  // namespace

std::string format_shown_text(const ShownPassage& shown, const TextStyle& style) {
  std::string out;
  append_origin(out, shown, style);
  for (std::size_t i = 0; i < shown.passages.size(); ++i)
    append_passage(out, shown.passages[i], i == shown.at, style);
  if (shown.passages.size() < shown.article_passages)
    out += fmt::format("\n{} of {} passages of the article\n", shown.passages.size(),
                       shown.article_passages);
  return out;
}

}  // namespace furat::cli
