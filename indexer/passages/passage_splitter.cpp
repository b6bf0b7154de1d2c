#include "indexer/passages/passage_splitter.hpp"

#include <algorithm>

#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"
#include "indexer/passages/block.hpp"
#include "indexer/passages/date_line.hpp"
#include "indexer/passages/given_blocks.hpp"
#include "indexer/passages/headings.hpp"
#include "indexer/passages/hyphens.hpp"
#include "indexer/passages/junk_lines.hpp"
#include "indexer/passages/layout.hpp"
#include "indexer/passages/line.hpp"
#include "indexer/passages/paragraphs.hpp"
#include "indexer/passages/passage_sizes.hpp"

namespace furat::indexer {
namespace {

// A date further down is a part of the text.
constexpr std::size_t kLinesOfHead = 10;

/// Which lines to leave out, and the date that one of them states.
struct Selection {
  std::vector<bool> dropped;
  std::optional<std::chrono::sys_days> date;
};

/// Marks date lines in the head. A bare date is one only if it is the only one: several head the
/// entries of a chronology.
void select_date_lines(std::string_view body, std::span<const Line> lines, const Layout& layout,
                       Selection& selection) {
  std::size_t bare_dates = 0;
  std::vector<std::pair<std::size_t, DateLine>> head;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (selection.dropped[i]) continue;
    const auto date = date_line(lines[i].of(body));
    if (!date || !stands_alone(body, lines, layout, i)) continue;
    if (!date->labelled) ++bare_dates;
    if (i < kLinesOfHead) head.emplace_back(i, *date);
  }
  for (const auto& [i, date] : head) {
    if (!date.labelled && bare_dates > 1) continue;
    selection.dropped[i] = true;
    if (!selection.date) selection.date = date.day;
  }
}

/// Marks the lines above the text that only state metadata.
HeaderFields select_header_lines(const Article& article, std::span<const Line> lines,
                                 const Layout& layout, std::vector<bool>& dropped) {
  HeaderLines header(article.title);
  for (std::size_t i = 0; i < lines.size() && !header.is_over(); ++i) {
    if (dropped[i]) {
      header.pass();
      continue;
    }
    if (!stands_alone(article.body, lines, layout, i)) break;
    const bool apart = i + 1 == lines.size() || lines[i + 1].blanks_before > 0 || dropped[i + 1];
    const std::string_view below = apart ? std::string_view() : lines[i + 1].of(article.body);
    dropped[i] = header.take(lines[i].of(article.body), below);
  }
  return header.found();
}

bool holds_words(std::string_view body, std::span<const Line> lines,
                 const std::vector<bool>& dropped) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!dropped[i] && holds_letter(lines[i].of(body))) return true;
  }
  return false;
}

/// The lines that stay; a line left out counts as an empty one.
std::vector<Line> kept_lines(std::span<const Line> lines, const std::vector<bool>& dropped) {
  std::vector<Line> kept;
  std::uint32_t blanks = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    blanks += lines[i].blanks_before;
    if (dropped[i]) {
      ++blanks;
      continue;
    }
    kept.push_back(lines[i]);
    kept.back().blanks_before = blanks;
    blanks = 0;
  }
  return kept;
}

/// Bytes of the body from `at` to behind the first line end, as far as they are white space.
std::uint32_t end_of_line_end(std::string_view body, std::uint32_t at) {
  std::size_t i = at;
  while (i < body.size() && space_size(body, i) != 0) {
    const bool line_end = body[i] == '\n';
    i += space_size(body, i);
    if (line_end) break;
  }
  return static_cast<std::uint32_t>(i);
}

std::vector<Block> blocks_of(const Article& article, std::span<const Line> lines,
                             const Layout& layout) {
  const std::string_view body = article.body;
  const WordEvidence evidence(body, lines);
  std::vector<Block> blocks;
  for (const LineRange& range : paragraphs_of(body, lines, layout)) {
    const auto own = lines.subspan(range.first, range.past - range.first);
    Block block;
    block.content = unwrapped(body, article.map, own, evidence);
    block.line_end = article.map.to_source(own.back().end, end_of_line_end(body, own.back().end));
    block.words = count_words(block.text());
    block.lines = own.size();
    block.blanks_before = own.front().blanks_before;
    block.item = range.item;
    block.sign = range.item ? item_start(own.front().of(body)).sign : ItemSign::none;
    if (!block.text().empty()) blocks.push_back(std::move(block));
  }
  return blocks;
}

/// Builds passages section by section.
class PassageBuilding {
 public:
  PassageBuilding(std::span<const Block> blocks, std::span<const Role> roles,
                  const SplitOptions& options)
      : blocks_(blocks), roles_(roles), options_(options) {}

  std::vector<Passage> run() {
    for (std::size_t i = 0; i < blocks_.size();) {
      const std::size_t text = std::min(first_of(i, true), blocks_.size());
      const std::size_t past = std::min(first_of(text, false), blocks_.size());
      add_section(i, text, past);
      i = past;
    }
    return std::move(passages_);
  }

 private:
  /// The first block from `i` on that is text, or that is none.
  std::size_t first_of(std::size_t i, bool text) const {
    while (i < blocks_.size() && (roles_[i] == Role::text) != text) ++i;
    return i;
  }

  /// Blocks [heading, text) head blocks [text, past).
  void add_section(std::size_t heading, std::size_t text, std::size_t past) {
    std::string section_heading;
    for (std::size_t i = heading; i < text; ++i) {
      if (roles_[i] != Role::heading) continue;
      if (!section_heading.empty()) section_heading += '\n';
      section_heading += blocks_[i].text();
    }
    bool first = true;
    for (const PieceGroup& group : sized_groups(blocks_, text, past, options_)) {
      MappedText content;
      Passage passage;
      passage.heading = section_heading;
      if (first && heading < text) {
        append_headings(content, heading, text);
        passage.heading = content.text;
        passage.heading_size = static_cast<std::uint32_t>(content.text.size());
        append_line_end(content, blocks_[text - 1].line_end);
      }
      first = false;
      append_group(content, group);
      passage.text = std::move(content.text);
      passage.map = std::move(content.map);
      passages_.push_back(std::move(passage));
    }
  }

  void append_headings(MappedText& content, std::size_t heading, std::size_t text) const {
    for (std::size_t i = heading; i < text; ++i) {
      if (i > heading) append_line_end(content, blocks_[i - 1].line_end);
      append_part(content, blocks_[i].content, 0, blocks_[i].text().size());
    }
  }

  void append_group(MappedText& content, std::span<const Piece> group) const {
    for (std::size_t i = 0; i < group.size();) {
      std::size_t past = i + 1;
      while (past < group.size() && group[past].block == group[i].block) ++past;
      if (i > 0) append_line_end(content, blocks_[group[i - 1].block].line_end);
      append_part(content, blocks_[group[i].block].content, group[i].begin, group[past - 1].end);
      i = past;
    }
  }

  std::span<const Block> blocks_;
  std::span<const Role> roles_;
  const SplitOptions& options_;
  std::vector<Passage> passages_;
};

bool same_words(std::string_view a, std::string_view b) {
  // Folding is linear, but a body of one line need not be folded to be told from a title.
  constexpr std::size_t kLongestTitle = 1000;
  if (a.empty() || a.size() > kLongestTitle || b.size() > kLongestTitle) return false;
  const std::string folded = analysis::fold_name(a);
  return !folded.empty() && folded == analysis::fold_name(b);
}

/// The structure found in the lines of a text.
SplitArticle split_lines(const Article& article, const SplitOptions& options) {
  const std::string_view body = article.body;
  const std::vector<Line> lines = text_lines(body);
  const Layout layout = detect_layout(body, lines);

  Selection selection{junk_lines(body, lines, layout), std::nullopt};
  select_date_lines(body, lines, layout, selection);
  HeaderFields header = select_header_lines(article, lines, layout, selection.dropped);
  // An article that is nothing but what looks like junk is an article all the same.
  if (!holds_words(body, lines, selection.dropped)) selection.dropped.assign(lines.size(), false);

  SplitArticle split;
  split.date_line = selection.date ? selection.date : header.published;
  split.header = std::move(header);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (selection.dropped[i])
      split.dropped.push_back(article.map.to_source(lines[i].begin, lines[i].end));
  }
  const std::vector<Line> kept = kept_lines(lines, selection.dropped);
  if (!holds_letter(body) &&
      !std::any_of(body.begin(), body.end(), [](char c) { return analysis::is_ascii_digit(c); })) {
    return split;
  }
  const std::vector<Block> blocks = blocks_of(article, kept, layout);
  const std::string& title_stated = article.title.empty() ? split.header.title : article.title;
  const bool first_is_title = !blocks.empty() && same_words(title_stated, blocks.front().text());
  const std::vector<Role> roles = roles_of(blocks, first_is_title);
  const auto title = std::find(roles.begin(), roles.end(), Role::title);
  if (title != roles.end() && title_stated.empty()) {
    split.title = blocks[static_cast<std::size_t>(title - roles.begin())].content.text;
  }
  split.passages = PassageBuilding(blocks, roles, options).run();
  return split;
}

/// The structure that the format states.
SplitArticle split_given_blocks(const Article& article, const SplitOptions& options) {
  GivenBlocks given = given_blocks(article);
  SplitArticle split;
  split.date_line = given.date_line ? given.date_line : given.header.published;
  split.header = std::move(given.header);
  split.dropped = std::move(given.dropped);
  if (!given.blocks.empty() && given.roles.front() == Role::heading &&
      (article.title.empty() || same_words(article.title, given.blocks.front().text()))) {
    given.roles.front() = Role::title;
    if (article.title.empty()) split.title = given.blocks.front().content.text;
  }
  split.passages = PassageBuilding(given.blocks, given.roles, options).run();
  return split;
}

/// The page on which a passage's own text begins.
std::uint32_t page_of(const Article& article, const Passage& passage) {
  if (article.pages.empty()) return 0;
  const auto text = static_cast<std::uint32_t>(passage.text.size() - passage.body().size());
  const auto begin = passage.map.to_source(text, text + 1).begin;
  const auto next =
      std::upper_bound(article.pages.begin(), article.pages.end(), begin,
                       [](std::uint64_t at, const PageStart& page) { return at < page.begin; });
  return next == article.pages.begin() ? article.pages.front().page : std::prev(next)->page;
}

}  // namespace

SplitArticle split_passages(const Article& article, const SplitOptions& options) {
  SplitArticle split =
      article.blocks.empty() ? split_lines(article, options) : split_given_blocks(article, options);
  for (Passage& passage : split.passages) passage.page = page_of(article, passage);
  return split;
}

}  // namespace furat::indexer
