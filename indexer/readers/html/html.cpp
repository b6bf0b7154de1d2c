#include "indexer/readers/html/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "analysis/text/ascii.hpp"
#include "indexer/readers/html/html_decode.hpp"
#include "indexer/readers/html/html_tree.hpp"
#include "indexer/readers/html/main_text.hpp"
#include "indexer/readers/html/page_metadata.hpp"
#include "indexer/readers/text_shape.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

// No page for readers is as large. The tree takes up to a hundred times as much.
constexpr std::size_t kLargestPage = std::size_t{32} << 20;

// This many elements of pages in the head of a file that does not begin as a page.
constexpr std::size_t kManyTags = 4;

/// In lower case and, if it is UTF-16, without the zero bytes.
std::string folded_head(std::string_view head) {
  std::string folded;
  for (const char c : head.substr(0, 4096)) {
    if (c != '\0') folded += lower_ascii(c);
  }
  return folded;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [name](std::string_view ending) { return name.ends_with(ending); });
}

/// Where the content begins: behind marks of byte order, white space, comments and an XML
/// declaration.
std::string_view content_of(std::string_view head) {
  const auto skip_to = [&head](std::string_view end) {
    const std::size_t at = head.find(end);
    head.remove_prefix(at == std::string_view::npos ? head.size() : at + end.size());
  };
  while (true) {
    const std::size_t begin = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFF\xFE");
    if (begin == std::string_view::npos) return {};
    head.remove_prefix(begin);
    if (head.starts_with("<!--")) {
      skip_to("-->");
    } else if (head.starts_with("<?xml")) {
      skip_to("?>");
    } else {
      return head;
    }
  }
}

bool begins_as_page(std::string_view content) {
  constexpr std::array<std::string_view, 6> kBeginnings = {"<!doctype html", "<html", "<head",
                                                           "<body",          "<meta", "<title"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [content](std::string_view beginning) {
    return content.starts_with(beginning);
  });
}

/// A piece of a page that has no frame: it begins with a tag, and there are many.
bool is_full_of_tags(std::string_view content) {
  if (!content.starts_with('<')) return false;
  constexpr std::array<std::string_view, 8> kTags = {"<p>", "<p ", "<div",    "<span",
                                                     "<h1", "<h2", "<a href", "<table"};
  std::size_t count = 0;
  for (const std::string_view tag : kTags) {
    for (std::size_t at = content.find(tag); at != std::string_view::npos;
         at = content.find(tag, at + tag.size()))
      ++count;
  }
  return count >= kManyTags;
}

void put_body(MainText&& text, Article& article) {
  for (const MainTextBlock& block : text.blocks) {
    if (!article.body.empty()) article.body += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article.body.size());
    article.body += block.text;
    article.blocks.push_back({begin, static_cast<std::uint32_t>(article.body.size()), block.kind});
  }
  article.extracted = true;
  article.map.append_identity(static_cast<std::uint32_t>(article.body.size()), 0);
}

}  // namespace

bool accepts_html(std::string_view file_name, std::string_view head) {
  if (is_binary(head)) return false;
  const std::string folded = folded_head(head);
  const std::string_view content = content_of(folded);
  if (begins_as_page(content)) return true;
  const auto name = lower_ascii(file_name);
  if (is_one_of(name, {".html", ".htm", ".xhtml", ".shtml"})) return true;
  // Markdown may begin with tags too.
  return !is_one_of(name, {".md", ".markdown", ".rst"}) && is_full_of_tags(content);
}

void read_html(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  const auto report = [&](ReadProblem::Severity severity, std::string message) {
    sink.problem({severity, std::string(file), std::move(message)});
  };
  if (bytes.size() > kLargestPage) {
    report(ReadProblem::Severity::skipped,
           fmt::format("The page is larger than {} MiB.", kLargestPage >> 20));
    return;
  }
  const DecodedPage page = decode_page(bytes);
  const HtmlTree tree = HtmlTree::parse(page.text);
  MainText text = main_text(tree);
  if (text.blocks.empty()) {
    report(ReadProblem::Severity::skipped, "The page holds no text.");
    return;
  }
  if (page.replaced > 0) {
    report(ReadProblem::Severity::warning,
           fmt::format("Read as {}, {} undecodable {} replaced by U+FFFD.", page.encoding,
                       page.replaced, page.replaced == 1 ? "byte was" : "bytes were"));
  }
  if (tree.is_cut()) {
    report(ReadProblem::Severity::warning,
           "The page has too many elements; what stands behind them was left out.");
  }
  Article article;
  article.id = std::string(file);
  article.file = std::string(file);
  article.title = std::move(text.title);
  put_body(std::move(text), article);
  read_page_metadata(tree, article);
  sink.article(std::move(article));
}

}  // namespace furat::indexer
