#include "searcher/cli/show_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <array>

#include "searcher/cli/command_context.hpp"
#include "searcher/cli/display_width.hpp"
#include "searcher/cli/json_format.hpp"
#include "searcher/cli/json_parts.hpp"
#include "searcher/cli/mentions.hpp"
#include "searcher/cli/sanitize.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/text_wrap.hpp"

namespace furat::cli {
namespace {

constexpr std::size_t kIndent = 2;

ShowRequest show_request_of(const SearchOptions& options) {
  ShowRequest request;
  request.passage = options.passage;
  request.context = options.context;
  request.article = options.whole_article;
  request.query = options.query;
  request.expand_names = options.spelling != "exact";
  return request;
}

void append_origin(std::string& out, const ShownPassage& shown, const TextStyle& style) {
  const auto& article = shown.passages[shown.at].article;
  const auto title = sanitized(article.title.empty() ? article.id : article.title);
  append_paragraph(out,
                   {"",
                    0,
                    {title, {{0, static_cast<std::uint32_t>(title.size())}}},
                    link_target(article.url, article.file)},
                   style);
  std::string line;
  for (const auto& part : {article.source, article.author,
                           article.published.empty() ? "undated" : article.published, article.url})
    if (!part.empty()) line += (line.empty() ? "" : " · ") + sanitized(part);
  append_lines(out, line, 0, style);
}

/// "places: al-Mayadin, Raqqa"
void append_legend(std::string& out, const Hit& passage, const TextStyle& style) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kLines{
      {{"place", "places"}, {"date", "dates"}, {"actor", "actors"}}};
  for (const auto& [dimension, label] : kLines)
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

std::string text_of(const ShownPassage& shown, const TextStyle& style) {
  std::string out;
  append_origin(out, shown, style);
  for (std::size_t i = 0; i < shown.passages.size(); ++i)
    append_passage(out, shown.passages[i], i == shown.at, style);
  if (shown.passages.size() < shown.article_passages)
    out += fmt::format("\n{} of {} passages of the article\n", shown.passages.size(),
                       shown.article_passages);
  return out;
}

std::string json_of(const ShownPassage& shown, const ShowRequest& request) {
  Json passages = Json::array();
  for (const auto& passage : shown.passages) passages.push_back(json_hit(passage));
  return written({{"schema_version", kJsonSchemaVersion},
                  {"passage", json_text(shown.passages[shown.at].passage)},
                  {"query", json_text(request.query)},
                  {"at", shown.at},
                  {"article_passages", shown.article_passages},
                  {"passages", std::move(passages)}},
                 2);
}

}  // namespace

CLI::App& add_show(CLI::App& app, SearchOptions& options) {
  auto& show = *app.add_subcommand("show", "Show a passage where it stands in its article");
  show.add_option("PASSAGE", options.passage, "Key of the passage, as JSON has it: ARTICLE#2")
      ->option_text(" ")
      ->required();
  show.add_option("--context", options.context, "Passages before and after it (1)")
      ->check(CLI::Range(0, 1000000))
      ->option_text("N")
      ->take_last();
  show.add_flag("--article", options.whole_article, "The whole article");
  show.add_option("--query", options.query, "Mark what this query finds")
      ->option_text("WORDS")
      ->take_last();
  show.add_option("--format", options.format, "How to print")
      ->check(CLI::IsMember({"text", "json"}))
      ->option_text("text|json")
      ->take_last();
  show.add_option("--spelling", options.spelling, "A known name marks its other spellings, or not")
      ->check(CLI::IsMember({"any", "exact"}))
      ->option_text("any|exact")
      ->take_last();
  show.add_option("--color,--colour", options.colour, "Bold titles and marks")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("auto|always|never")
      ->take_last();
  show.add_option("--index", options.index,
                  "Index folder; else the nearest .furat, else\n$FURAT_INDEX")
      ->option_text("FOLDER")
      ->take_last();
  return show;
}

int run_show(const SearchOptions& options) {
  const auto request = show_request_of(options);
  const auto shown = open_searcher(options).show(request);
  print(options.format == "json" ? json_of(shown, request) : text_of(shown, style_of(options)));
  return kHits;
}

}  // namespace furat::cli
