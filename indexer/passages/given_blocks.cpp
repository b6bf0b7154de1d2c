#include "indexer/passages/given_blocks.hpp"

#include <algorithm>

#include "analysis/text/fold.hpp"
#include "indexer/metadata/origin_line.hpp"
#include "indexer/passages/date_line.hpp"
#include "indexer/passages/line.hpp"

namespace furat::indexer {
namespace {

// A date further down is a part of the text.
constexpr std::size_t kBlocksOfHead = 10;
// A block of so many words is text: the head ends above it.
constexpr std::size_t kWordsOfText = 30;

std::vector<Line> lines_of(std::string_view body, const BodyBlock& block) {
  auto lines = text_lines(body.substr(block.begin, block.end - block.begin));
  for (auto& line : lines) {
    line.begin += block.begin;
    line.end += block.begin;
  }
  return lines;
}

Role role_of(BlockKind kind) { return kind == BlockKind::heading ? Role::heading : Role::text; }

/// A heading that nothing follows is a line of text.
void mend_last_headings(std::vector<Role>& roles) {
  for (auto role = roles.rbegin(); role != roles.rend() && *role == Role::heading; ++role)
    *role = Role::text;
}

bool is_date_line(const std::vector<Line>& lines, std::string_view body, std::size_t position,
                  std::optional<DateLine>& date) {
  if (position >= kBlocksOfHead || lines.size() != 1) return false;
  date = date_line(lines.front().of(body));
  return date.has_value();
}

/// True if every line of a paragraph only states metadata.
bool are_header_lines(const BodyBlock& block, const std::vector<Line>& lines, std::string_view body,
                      HeaderLines& header) {
  if (header.is_over()) return false;
  HeaderLines probe = header;
  const bool all = block.kind == BlockKind::paragraph &&
                   std::all_of(lines.begin(), lines.end(),
                               [&](const Line& line) { return probe.take(line.of(body), {}); });
  if (all)
    header = probe;
  else
    header.pass_other(body.substr(block.begin, block.end - block.begin));
  return all;
}

}  // namespace

GivenBlocks given_blocks(const Article& article) {
  const std::string_view body = article.body;
  std::vector<std::vector<Line>> lines;
  std::vector<Line> all;
  for (const BodyBlock& given : article.blocks) {
    lines.push_back(lines_of(body, given));
    all.insert(all.end(), lines.back().begin(), lines.back().end());
  }
  const WordEvidence evidence(body, all);
  GivenBlocks result;
  HeaderLines header(article.title);
  bool in_head = true;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const BodyBlock& given = article.blocks[i];
    if (lines[i].empty()) continue;
    std::optional<DateLine> date;
    // A date is no heading, however large it is printed; the first block may be a title.
    const bool may_be_date =
        given.kind == BlockKind::paragraph || (given.kind == BlockKind::heading && i > 0);
    if (may_be_date && is_date_line(lines[i], body, i, date) &&
        (date->labelled || !result.date_line)) {
      result.date_line = date->day;
      result.dropped.push_back(article.map.to_source(given.begin, given.end));
      header.pass();
      continue;
    }
    if (are_header_lines(given, lines[i], body, header)) {
      result.dropped.push_back(article.map.to_source(given.begin, given.end));
      continue;
    }
    Block block;
    block.content = unwrapped(body, article.map, lines[i], evidence);
    const auto next = i + 1 < article.blocks.size() ? article.blocks[i + 1].begin : given.end;
    block.line_end = article.map.to_source(given.end, std::max(given.end, next));
    block.words = count_words(block.text());
    block.lines = lines[i].size();
    block.blanks_before = 1;
    block.item = given.kind == BlockKind::list_item || given.kind == BlockKind::table_row;
    block.sign = block.item ? item_start(lines[i].front().of(body)).sign : ItemSign::none;
    if (block.text().empty()) continue;
    in_head = in_head && i < kBlocksOfHead && block.words < kWordsOfText;
    if (in_head && !result.date_line && given.kind == BlockKind::paragraph)
      result.date_line = origin_line_day(block.text());
    result.blocks.push_back(std::move(block));
    result.roles.push_back(role_of(given.kind));
  }
  result.header = header.found();
  mend_last_headings(result.roles);
  return result;
}

}  // namespace furat::indexer
